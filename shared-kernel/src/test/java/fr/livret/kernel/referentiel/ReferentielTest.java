package fr.livret.kernel.referentiel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.ProrogueTitle;
import fr.livret.kernel.referentiel.ReferentielCommand.PublishReferentiel;
import fr.livret.kernel.referentiel.ReferentielCommand.ReviseTitle;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielState.NotPublished;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Référentiels: published in versions, closed, prorogued. */
class ReferentielTest {
  private static final ReferentielCode SUCCESSOR = Referentiels.ILLUSTRATIVE_2016.code();
  private static final ReferentielCode AMIS = Referentiels.AMIS_2023.code();
  private static final String DECREE = "Arrêté (test)";

  @Test
  void the_first_content_is_version_one() {
    assertThat(ReferentielDecider.decide(publish("a"), new NotPublished()))
        .containsExactly(
            new ReferentielPublished(AMIS, 1, Referentiels.AMIS_2023, "{}", "a", on("2025-01-06")));
  }

  @Test
  void the_same_content_again_is_no_news_and_another_is_the_next_version() {
    ReferentielState first = after(publish("a"));
    assertThat(ReferentielDecider.decide(publish("a"), first)).isEmpty();
    Published second = (Published) after(publish("a"), publish("b"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.digest()).isEqualTo("b");
    assertThat(((Published) after(publish("a"), publish("b"), publish("a"))).version())
        .isEqualTo(3);
  }

  @Test
  void what_was_decided_on_its_validity_outlives_a_new_version() {
    Published state = (Published) after(publish("a"), close("2028-06-01"), publish("b"));
    assertThat(state.changes())
        .containsExactly(new ValidityChange.Closure(on("2028-06-01"), DECREE));
  }

  @Test
  void nothing_unpublished_is_closed_or_prorogued() {
    assertThat(refused(close("2028-06-01"), new NotPublished())).isEqualTo(Refused.UNKNOWN);
    assertThat(refused(prorogue("2028-06-01", "2033-07-02"), new NotPublished()))
        .isEqualTo(Refused.UNKNOWN);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            ReferentielState.evolve(
                new NotPublished(), new TitleClosed(AMIS, on("2028-06-01"), DECREE)));
  }

  @Test
  void a_title_is_closed_once_and_again_only_after_a_prorogation() {
    assertThat(refused(close("2028-06-02"), after(publish("a"), close("2028-06-01"))))
        .isEqualTo(Refused.TITLE_ALREADY_CLOSED);
    ReferentielState prorogued =
        after(publish("a"), close("2028-06-01"), prorogue("2029-09-03", "2033-07-02"));
    assertThat(ReferentielDecider.decide(close("2030-01-07"), prorogued)).hasSize(1);
  }

  @Test
  void a_prorogation_leads_beyond_the_last_day_known() {
    ReferentielState published = after(publish("a"));
    assertThat(refused(prorogue("2028-06-01", "2028-07-02"), published))
        .isEqualTo(Refused.DATES_OUT_OF_ORDER);
    assertThat(ReferentielDecider.decide(prorogue("2028-06-01", "2028-07-03"), published))
        .containsExactly(new TitleProrogued(AMIS, on("2028-06-01"), on("2028-07-03"), DECREE));
  }

  @Test
  void a_decision_of_tomorrow_or_of_an_impossible_day_is_refused() {
    ReferentielState published = after(publish("a"));
    LocalDate today = on("2028-06-01");
    assertThat(refused(new CloseTitle(AMIS, today.plusDays(1), DECREE, today), published))
        .isEqualTo(Refused.DATE_IN_FUTURE);
    assertThat(ReferentielDecider.decide(new CloseTitle(AMIS, today, DECREE, today), published))
        .hasSize(1);
    ProrogueTitle endless = new ProrogueTitle(AMIS, today, LocalDate.MAX, DECREE, today);
    assertThat(refused(endless, published)).isEqualTo(Refused.DATE_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "2201-01-01", "-0001-01-01", "1899-12-31"})
  void a_referentiel_valid_from_or_to_an_impossible_day_is_refused(String day) {
    assertThat(refused(published(null, on(day)), new NotPublished()))
        .isEqualTo(Refused.DATE_OUT_OF_RANGE);
    assertThat(refused(published(on(day), null), new NotPublished()))
        .isEqualTo(Refused.DATE_OUT_OF_RANGE);
  }

  @Test
  void a_referentiel_valid_from_the_first_to_the_last_possible_day_is_accepted() {
    var widest = published(on("1900-01-01"), on("2200-12-31"));
    assertThat(ReferentielDecider.decide(widest, new NotPublished())).hasSize(1);
  }

  @Test
  void every_event_is_decided_and_folded() {
    Set<Class<?>> seen = new HashSet<>();
    ReferentielState state = new NotPublished();
    for (var command :
        List.of(
            publish("a"),
            close("2028-06-01"),
            prorogue("2029-09-03", "2033-07-02"),
            revise("2030-01-07", "CCP1", "CCP2"))) {
      for (ReferentielEvent event : ReferentielDecider.decide(command, state)) {
        seen.add(event.getClass());
        assertThat(event.referentiel()).isEqualTo(AMIS);
        assertThat(event.effectiveOn()).isEqualTo(command.today());
        state = ReferentielState.evolve(state, event);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(ReferentielEvent.class.getPermittedSubclasses());
  }

  @Test
  void a_revision_names_ccps_that_both_titles_have() {
    ReferentielState published = after(publish("a"));
    assertThat(refused(revise("2030-01-07", "CCP9", "CCP2"), published))
        .isEqualTo(Refused.CCP_UNKNOWN);
    assertThat(refused(revise("2030-01-07", "CCP1", "CCP9"), published))
        .isEqualTo(Refused.CCP_UNKNOWN);
  }

  @Test
  void a_revision_is_recorded_once_and_the_latest_to_a_title_counts() {
    ReferentielState revised = after(publish("a"), revise("2030-01-07", "CCP1", "CCP2"));
    assertThat(refused(revise("2030-01-07", "CCP1", "CCP2"), revised))
        .isEqualTo(Refused.ALREADY_RECORDED);
    ReferentielState again =
        after(
            publish("a"),
            revise("2030-01-07", "CCP1", "CCP2"),
            revise("2030-02-04", "CCP1", "CCP3"));
    assertThat(((ReferentielState.Published) again).revisionTo(SUCCESSOR))
        .map(Revision::decidedOn)
        .contains(on("2030-02-04"));
  }

  @Test
  void a_revision_is_not_decided_tomorrow() {
    ReviseTitle revise = revise("2030-01-07", "CCP1", "CCP2");
    ReviseTitle tooEarly =
        new ReviseTitle(AMIS, revise.revision(), revise.successorCcps(), on("2030-01-06"));
    assertThat(refused(tooEarly, after(publish("a")))).isEqualTo(Refused.DATE_IN_FUTURE);
  }

  @Test
  void only_what_was_obtained_before_the_day_named_has_an_equivalent() {
    Revision revision =
        new Revision(
            SUCCESSOR,
            on("2030-01-07"),
            List.of(new Revision.Equivalence(ccp("CCP1"), List.of(ccp("CCP1"), ccp("CCP2")))),
            on("2012-02-21"),
            DECREE,
            Mark.SECONDARY);
    assertThat(revision.equivalents(ccp("CCP1"), on("2012-02-20")))
        .containsExactly(ccp("CCP1"), ccp("CCP2"));
    assertThat(revision.equivalents(ccp("CCP1"), on("2012-02-21"))).isEmpty();
    assertThat(revision.equivalents(ccp("CCP2"), on("2012-02-20"))).isEmpty();
  }

  @Test
  void an_access_the_document_is_silent_on_is_open() {
    assertThat(Referentiels.AICMP_2022.openTo(Access.INITIAL_EDUCATION)).isTrue();
    assertThat(Referentiels.AICMP_2022.openTo(Access.INDIVIDUAL)).isFalse();
    assertThat(Referentiels.AICMP_2022.titleAssessment(Route.VAE)).isEmpty();
  }

  @Test
  void a_referentiel_has_ccps_each_once() {
    Referentiel amis = Referentiels.AMIS_2013;
    Ccp ccp = amis.ccps().getFirst();
    assertThatIllegalArgumentException().isThrownBy(() -> with(amis, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> with(amis, List.of(ccp, ccp)));
  }

  private static Referentiel with(Referentiel of, List<Ccp> ccps) {
    return new Referentiel(
        of.code(),
        of.title(),
        null,
        of.level(),
        of.regime(),
        of.routes(),
        of.accesses(),
        ccps,
        Map.of(),
        of.validity(),
        List.of(),
        List.of());
  }

  private static PublishReferentiel publish(String digest) {
    return new PublishReferentiel(Referentiels.AMIS_2023, "{}", digest, on("2025-01-06"));
  }

  private static PublishReferentiel published(@Nullable LocalDate from, @Nullable LocalDate to) {
    Referentiel content = Referentiels.valid(Referentiels.AMIS_2023, from, to);
    return new PublishReferentiel(content, "{}", "a", on("2025-01-06"));
  }

  private static CloseTitle close(String decidedOn) {
    return new CloseTitle(AMIS, on(decidedOn), DECREE, on(decidedOn));
  }

  private static ProrogueTitle prorogue(String decidedOn, String until) {
    return new ProrogueTitle(AMIS, on(decidedOn), on(until), DECREE, on(decidedOn));
  }

  private static ReviseTitle revise(String decidedOn, String from, String to) {
    Revision revision =
        new Revision(
            SUCCESSOR,
            on(decidedOn),
            List.of(new Revision.Equivalence(ccp(from), List.of(ccp(to)))),
            null,
            DECREE,
            Mark.READING);
    List<CcpCode> codes = Referentiels.ILLUSTRATIVE_2016.ccpCodes();
    return new ReviseTitle(AMIS, revision, codes, on(decidedOn));
  }

  private static CcpCode ccp(String code) {
    return new CcpCode(code);
  }

  private static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  private static ReferentielState after(ReferentielCommand... commands) {
    ReferentielState state = new NotPublished();
    for (ReferentielCommand command : commands) {
      for (ReferentielEvent event : ReferentielDecider.decide(command, state)) {
        state = ReferentielState.evolve(state, event);
      }
    }
    return state;
  }

  private static Refused refused(ReferentielCommand command, ReferentielState state) {
    return catchThrowableOfType(Refusal.class, () -> ReferentielDecider.decide(command, state))
        .code();
  }
}
