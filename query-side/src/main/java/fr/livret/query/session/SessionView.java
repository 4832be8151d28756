package fr.livret.query.session;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.SessionRules;
import fr.livret.kernel.person.SealedText;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.reading.Basis;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Shown;
import fr.livret.query.session.LaterAct.Kind;
import fr.livret.query.session.SessionAnswer.CandidateAnswer;
import fr.livret.query.session.SessionAnswer.ConvocationAnswer;
import fr.livret.query.session.SessionAnswer.EffectAnswer;
import fr.livret.query.session.SessionAnswer.MinutesAnswer;
import fr.livret.query.session.SessionAnswer.Presence;
import fr.livret.query.session.SessionAnswer.Rules;
import fr.livret.query.session.SessionAnswer.SeatAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a session, with the names of those who still have one. */
@Component
class SessionView {
  private static final List<RuleName> RULES =
      List.of(
          RuleName.SESSION_CONVOCATION,
          RuleName.SESSION_QUORUM,
          RuleName.SESSION_HABILITATION,
          RuleName.SESSION_CONFLICT,
          RuleName.SESSION_VAE_JURY,
          RuleName.SESSION_CASTING_VOTE,
          RuleName.SESSION_MINUTES);

  private final RegimeLibrary regimes;
  private final Candidates candidates;
  private final PersonalData persons;

  SessionView(RegimeLibrary regimes, Candidates candidates, PersonalData persons) {
    this.regimes = regimes;
    this.candidates = candidates;
    this.persons = persons;
  }

  SessionAnswer answer(SessionRow row, Moment moment) {
    Map<UUID, CandidateName> names =
        candidates.names(
            row.contenders().stream().map(Contender::candidateId).collect(Collectors.toSet()));
    PersonalData.Reading keys =
        persons.reading(
            row.seats().stream()
                .map(Seat::sealed)
                .filter(Objects::nonNull)
                .map(SealedText::person)
                .collect(Collectors.toSet()));
    Counts counts = row.counts();
    return new SessionAnswer(
        row.id().value(),
        row.version(),
        moment.effectiveOn(),
        moment.knownAt(),
        row.plan().kind().name(),
        row.plan().certification().value(),
        row.certificationVersion(),
        row.regime().code(),
        row.status().name(),
        row.heldOn(),
        row.plan().centre(),
        row.plan().place(),
        row.plan().authority(),
        row.plan().replaces() == null ? null : row.plan().replaces().toString(),
        rules(row),
        row.seats().stream().map(seat -> seat(seat, keys)).toList(),
        row.contenders().stream().map(one -> candidate(one, names)).toList(),
        convocations(row),
        presence(row),
        minutes(row),
        acts(row, Kind.ABSENCE_REPORT).stream().findFirst().orElse(null),
        acts(row, Kind.ANNULMENT).stream().findFirst().orElse(null),
        acts(row, Kind.ANNULMENT_REFUSAL),
        acts(row, Kind.APPEAL),
        counts,
        counts.successRate());
  }

  /** What concerns one candidate, for each path enrolled. */
  List<SatAnswer> sat(SessionRow row, UUID candidate) {
    Map<UUID, CandidateName> names = candidates.names(Set.of(candidate));
    return row.contenders().stream()
        .filter(one -> one.candidateId().equals(candidate))
        .map(one -> new SatAnswer(ListedSession.of(row), candidate(one, names)))
        .toList();
  }

  private Rules rules(SessionRow row) {
    CapitalisationRegime regime = regimes.regime(row.regime());
    SessionRules rules = regime.sessions();
    var habilitation = rules.habilitation();
    return new Rules(
        row.plan().kind().lastDayToConvoke(row.heldOn(), regime).day(),
        rules.quorum(),
        habilitation.practiceYears() == 0 ? null : habilitation.practiceYears(),
        habilitation.leftAtMost() == null ? null : habilitation.leftAtMost().toString(),
        habilitation.listed(),
        RULES.stream().map(rule -> Basis.of(regime.basis(rule))).toList());
  }

  private static SeatAnswer seat(Seat seat, PersonalData.Reading keys) {
    @Nullable SealedText sealed = seat.sealed();
    @Nullable String name =
        sealed == null
            ? null
            : keys.open(sealed, PersonalFields.EVALUATOR_NAME).orElse(Shown.ERASED);
    return new SeatAnswer(
        seat.id(),
        name,
        seat.role(),
        seat.chair(),
        seat.practiceYears(),
        seat.leftSectorOn(),
        seat.listedFrom(),
        seat.listedThrough(),
        seat.specialities(),
        seat.organisations(),
        seat.trained(),
        seat.appointedOn(),
        seat.rule(),
        seat.present());
  }

  private static CandidateAnswer candidate(Contender one, Map<UUID, CandidateName> names) {
    return new CandidateAnswer(
        one.pathId(),
        names.getOrDefault(one.candidateId(), new CandidateName(one.candidateId(), null, false)),
        one.route(),
        one.ccps(),
        one.ccs(),
        one.organisations(),
        one.enrolledOn(),
        one.result(),
        one.deliberating(),
        one.conflicted(),
        one.effect() == null
            ? null
            : new EffectAnswer(
                one.effect().state().name(),
                one.effect().edition(),
                one.effect().on(),
                one.effect().refused()));
  }

  private static List<ConvocationAnswer> convocations(SessionRow row) {
    List<ConvocationAnswer> all = new ArrayList<>();
    row.seats().forEach(seat -> add(all, seat.id(), null, seat.convocation()));
    row.contenders().forEach(one -> add(all, null, one.pathId(), one.convocation()));
    return all;
  }

  private static void add(
      List<ConvocationAnswer> all,
      @Nullable String member,
      @Nullable UUID path,
      Seat.@Nullable Sent sent) {
    if (sent != null) {
      all.add(
          new ConvocationAnswer(
              member, path, sent.sentOn(), sent.lastDay(), sent.derogation(), sent.rule()));
    }
  }

  private static @Nullable Presence presence(SessionRow row) {
    boolean known = row.seats().stream().anyMatch(seat -> seat.present() != null);
    return known ? new Presence(row.heldOn(), ids(row, true), ids(row, false)) : null;
  }

  private static List<String> ids(SessionRow row, boolean present) {
    return row.seats().stream()
        .filter(seat -> Boolean.valueOf(present).equals(seat.present()))
        .map(Seat::id)
        .toList();
  }

  private static @Nullable MinutesAnswer minutes(SessionRow row) {
    if (row.editions().isEmpty()) {
      return null;
    }
    EditionRow latest = row.editions().getLast();
    return new MinutesAnswer(
        latest.edition(),
        true,
        row.heldOn(),
        row.editions().getFirst().signedOn(),
        latest.registeredOn(),
        latest.notifiedOn(),
        "obtainedOn",
        latest.number(),
        row.editions());
  }

  private static List<LaterAct> acts(SessionRow row, Kind kind) {
    return row.acts().stream().filter(act -> act.kind() == kind).toList();
  }
}
