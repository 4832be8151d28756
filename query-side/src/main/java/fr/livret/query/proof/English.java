package fr.livret.query.proof;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.Survey;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In English. */
final class English extends Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  English(Function<Anchor, List<Long>> positions) {
    super(positions);
  }

  @Override
  String claim(Proof proof) {
    String day = day(proof.day());
    return switch (proof.claim()) {
      case OPENED_ON -> "The path was opened on " + day;
      case OBTAINED_ON -> proof.about() + " was obtained on " + day;
      case LAPSED_ON -> proof.about() + " lapsed from " + day + " on";
      case ANNULLED_ON -> proof.about() + " was annulled on " + day;
      case WINDOW_ANCHOR -> "The capitalisation window runs from " + day;
      case WINDOW_LIMIT ->
          "The limit \"" + limit(proof.about()) + "\" falls on " + day + ", included";
      case WINDOW_LAST_DAY -> "The capitalisation window runs through " + day;
      case WINDOW_FULFILLED_ON -> "The target of the window was met on " + day;
      case FACTS_THROUGH -> "A fact of this path can be dated " + day + " at the latest";
      case TITLE_AWARDED_ON -> "The title was awarded on " + day;
      case TITLE_WITHDRAWN_ON -> "The title was withdrawn on " + day;
      case SURVEY_FROM ->
          "The holder can be asked what became of them (%s) from %s on"
              .formatted(survey(proof.about()), day);
      case RESIT_FIRST_SESSION_ON ->
          "The first of the sessions sat in vain that count together was that of " + day;
      case RESIT_THROUGH -> "The sessions count together through " + day;
      case RESIT_POSSIBLE_FROM -> "A session can be sat again from " + day + " on";
      case TRANSFERRED_ON -> "The path was transferred on " + day;
      case FILED_ON -> "The application was filed on " + day;
      case DELAY_COUNTED_FROM -> "The delay for an answer counts from " + day;
      case SILENCE_LAST_DAY -> "The delay for an answer runs through " + day;
      case SILENCE_EFFECT -> "Without an answer, silence has its effect on " + day;
      case RECEVABILITE_COUNTED_FROM -> "The recevabilité counts from " + day;
      case START_BY -> "A path can be opened on the recevabilité through " + day;
      case VALID_THROUGH -> "The recevabilité is valid through " + day;
      case RECEVABILITE_LAPSED_ON ->
          "The recevabilité, unused, is no longer valid from " + day + " on";
      case CERTIFICATE_FROM -> "The certificate " + proof.about() + " is valid from " + day;
      case CERTIFICATE_THROUGH -> "The certificate " + proof.about() + " is valid through " + day;
      case TITLE_VALID_FROM -> "The title is valid from " + day + " on";
      case TITLE_VALID_THROUGH -> "The title is valid through " + day;
      case TITLE_FACTS_THROUGH ->
          "A fact of a path to the title can be dated " + day + " at the latest";
      case TRANSFER_FROM -> "Paths can be transferred to " + proof.about() + " from " + day + " on";
      case EQUIVALENT_BEFORE ->
          "CCPs count for " + proof.about() + " where they were obtained before " + day;
      case SESSION_HELD_ON ->
          "The session is held on %s, and what it decides is obtained on that day".formatted(day);
      case CONVOCATION_LAST_DAY -> "A convocation is in time through " + day;
      case MEMBER_MAY_SIT_THROUGH ->
          proof.about() + " may sit on a jury held on " + day + " at the latest";
      case ALERT_FROM -> "The alert is raised from " + day + " on";
      case DEADLINE_PASSED_ON -> "What the alert announced has ended on " + day;
    };
  }

  private static String survey(String name) {
    return switch (Survey.valueOf(name)) {
      case SIX_MONTHS -> "after six months";
      case TWO_YEARS -> "after two years";
    };
  }

  private static String limit(String name) {
    return switch (LimitRule.valueOf(name)) {
      case FIVE_YEARS -> "length of the window";
      case TITLE_VALIDITY -> "validity of the title";
      case TITLE_CLOSURE -> "year after the title's closure";
    };
  }

  @Override
  String anchor(Anchor anchor) {
    String day = day(anchor.day());
    return switch (anchor.kind()) {
      case PATH_OPENED -> "path opened on " + day;
      case CCP_OBTAINED -> anchor.about() + " obtained on " + day;
      case CCP_ANNULLED -> anchor.about() + " annulled by a decision of " + day;
      case TITLE_AWARDED -> "title awarded by the jury of " + day;
      case TITLE_WITHDRAWN -> "title withdrawn by a decision of " + day;
      case SESSION_IN_VAIN -> "session of " + day + " sat in vain";
      case PATH_TRANSFERRED -> "path transferred by a decision of " + day;
      case VALIDITY_BEGINS -> "beginning of validity stated by the référentiel, " + day;
      case VALIDITY_STATED -> "end of validity stated by the référentiel, " + day;
      case TITLE_CLOSED -> "title closed by a decision of " + day;
      case TITLE_PROROGUED -> "title prorogued by a decision of " + day;
      case TITLE_REVISED ->
          "title revised in favour of " + anchor.about() + " by a decision of " + day;
      case EQUIVALENCE_STATED ->
          "day stated by the revision in favour of " + anchor.about() + ", " + day;
      case APPLICATION_FILED -> "application filed on " + day;
      case FILE_COMPLETE -> "file complete on " + day;
      case DECISION_NOTIFIED -> "decision notified on " + day;
      case RECEVABILITE_STATED -> "day stated for the recevabilité, " + day;
      case CERTIFICATE_OBTAINED -> "certificate " + anchor.about() + " obtained on " + day;
      case CERTIFICATE_STATED -> "day stated by the certificate " + anchor.about() + ", " + day;
      case SESSION_PLANNED -> "session planned for " + day;
      case SECTOR_LEFT -> anchor.about() + " left the sector on " + day;
      case DEADLINE_ANNOUNCED -> "last day announced, " + day;
    };
  }

  @Override
  String step(Step step) {
    String day = day(step.day());
    return switch (step) {
      case Step.Taken(var anchor, _) -> recorded(anchor);
      case Step.Completed(var all, _) -> all(all) + ", that is complete on " + day;
      case Step.Added added ->
          "plus %s, that is %s%s"
              .formatted(amount(added.length()), day, last(added.shortened(), added.from()));
      case Step.Subtracted taken ->
          "%s before, that is %s%s"
              .formatted(amount(taken.length()), day, last(taken.shortened(), taken.from()));
      case Step.Next _ -> "last day included, hence the day after, " + day;
      case Step.NotBefore(_, var anchor, _) ->
          "but not before: " + recorded(anchor) + ", that is " + day;
      case Step.Earliest(var of, _) ->
          "the first of these limits governs: "
              + of.stream()
                  .map(bound -> limit(bound.name()) + " on " + day(bound.day()))
                  .collect(Collectors.joining(", "));
      case Step.Within(_, var lastDay, _) -> "within the window, open through " + day(lastDay);
      case Step.Deemed _ -> "that day counts as notification";
      case Step.Closed(_, var decision, var source) ->
          recorded(decision) + source(source) + ": validity ends on " + day;
      case Step.Prorogued(_, var decision, _, var source) ->
          recorded(decision) + source(source) + ": validity now ends on " + day;
    };
  }

  private static String last(boolean shortened, LocalDate from) {
    return shortened ? ", the last day of a month that has no " + from.getDayOfMonth() : "";
  }

  private static String source(String source) {
    return source.isBlank() ? "" : " [" + source + "]";
  }

  @Override
  String cited(LegalBasis basis) {
    String mark =
        switch (basis.mark()) {
          case SEEN -> "text seen";
          case SECONDARY -> "secondary source";
          case READING -> "our reading";
        };
    return " [%s: %s; %s]".formatted(basis.rule(), basis.source(), mark);
  }

  @Override
  String fact(int many) {
    return many == 1 ? "fact no. " : "facts no. ";
  }

  @Override
  String day(LocalDate day) {
    return DAY.format(day);
  }

  @Override
  String colon() {
    return ": ";
  }

  @Override
  String semicolon() {
    return "; ";
  }

  @Override
  Word year() {
    return new Word("year", "years");
  }

  @Override
  Word month() {
    return new Word("month", "months");
  }

  @Override
  Word dayWord() {
    return new Word("day", "days");
  }
}
