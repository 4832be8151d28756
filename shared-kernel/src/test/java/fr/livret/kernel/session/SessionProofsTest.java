package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.convoke;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.trainer;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session claims is worked out step by step, and it refuses by the very same days. */
class SessionProofsTest {
  /** From here on nothing of these sessions is before the validity of its title. */
  private static final LocalDate FIRST = LocalDate.of(2014, 2, 1);

  @ParameterizedTest
  @CsvSource({
    "TITLE, 2014-06-12, P1M = 2014-05-12",
    "TITLE, 2014-03-31, P1M = 2014-02-28 (last of the month)",
    "TITLE, 2016-03-30, P1M = 2016-02-29 (last of the month)",
    "TITLE, 2016-03-29, P1M = 2016-02-29",
    "TITLE, 2014-03-01, P1M = 2014-02-01",
    "CCP, 2014-06-12, P15D = 2014-05-28",
    "CCP, 2016-03-15, P15D = 2016-02-29",
    "CCS, 2014-03-10, P15D = 2014-02-23"
  })
  void the_last_day_to_convoke_is_counted_back_from_the_day_of_the_session(
      SessionKind kind, String heldOn, String counted) {
    List<Proof> proofs = proofs(kind, on(heldOn));
    assertThat(Checked.told(of(proofs, Claim.SESSION_HELD_ON)))
        .isEqualTo("SESSION_PLANNED " + heldOn);
    assertThat(Checked.told(of(proofs, Claim.CONVOCATION_LAST_DAY)))
        .isEqualTo("SESSION_PLANNED " + heldOn + ", - " + counted);
  }

  @Property(tries = 300)
  void convocations_are_in_time_through_the_day_that_is_proved_and_late_the_day_after(
      @ForAll SessionKind kind, @ForAll @IntRange(max = 3_000) int days) {
    LocalDate heldOn = FIRST.plusDays(days);
    LocalDate lastDay = of(proofs(kind, heldOn), Claim.CONVOCATION_LAST_DAY).day();
    Stage session = session(kind, heldOn);
    assertThat(
            session
                .when(convoke(lastDay.toString(), ANNA))
                .event(CandidateConvoked.class)
                .lastDay())
        .isEqualTo(lastDay);
    session
        .when(convoke(lastDay.plusDays(1).toString(), ANNA))
        .refused(Refused.CONVOCATION_TOO_LATE, Map.of("lastDay", lastDay));
  }

  @Property(tries = 300)
  void who_left_the_sector_sits_through_the_day_that_is_proved_and_not_the_day_after(
      @ForAll @IntRange(max = 3_000) int days) {
    Member member = professional("J1", 12, FIRST.minusYears(5).plusDays(days).toString());
    Proof proof =
        of(
            SessionProofs.of(titles(FIRST), List.of(member), Regimes.TP_2006),
            Claim.MEMBER_MAY_SIT_THROUGH);
    Checked.followed(proof);
    assertThat(proof.about()).isEqualTo("J1");
    planned(SessionKind.TITLE, proof.day()).when(appoint(member)).accepted();
    planned(SessionKind.TITLE, proof.day().plusDays(1))
        .when(appoint(member))
        .refused(Refused.MEMBER_LEFT_SECTOR, Map.of("lastDay", proof.day()));
  }

  @Test
  void from_a_29_february_who_left_sits_through_the_28th() {
    Member left = professional("J1", 12, "2016-02-29");
    assertThat(
            Checked.told(
                of(
                    SessionProofs.of(titles(FIRST), List.of(left), Regimes.TP_2006),
                    Claim.MEMBER_MAY_SIT_THROUGH)))
        .isEqualTo("SECTOR_LEFT J1 2016-02-29, + P5Y = 2021-02-28 (last of the month)");
  }

  @Test
  void nothing_is_claimed_of_who_practises_or_sits_as_a_trainer() {
    assertThat(
            SessionProofs.of(
                titles(FIRST),
                List.of(professional("J1"), trainer("T1", AMIS_2013)),
                Regimes.TP_2006))
        .extracting(Proof::claim)
        .containsExactly(Claim.SESSION_HELD_ON, Claim.CONVOCATION_LAST_DAY);
  }

  @Test
  void each_recorded_day_it_begins_with_is_found_in_an_event() {
    Member left = professional("J1", 12, "2010-02-28");
    SessionEvent planned =
        new SessionPlanned(SESSION, titles(FIRST), 1, Regimes.TP_2006.id(), FIRST);
    SessionEvent appointed = new MemberAppointed(SESSION, left, FIRST, "");
    Set<Anchor> recorded =
        Set.of(
            SessionProofs.anchors(planned).getFirst(), SessionProofs.anchors(appointed).getFirst());
    assertThat(SessionProofs.of(titles(FIRST), List.of(left), Regimes.TP_2006))
        .hasSize(3)
        .allSatisfy(proof -> assertThat(recorded).containsAll(Checked.anchors(proof)));
  }

  private static List<Proof> proofs(SessionKind kind, LocalDate heldOn) {
    List<Proof> proofs = SessionProofs.of(planOf(kind, heldOn), List.of(), Regimes.TP_2006);
    proofs.forEach(Checked::followed);
    return proofs;
  }

  private static Plan titles(LocalDate heldOn) {
    return planOf(SessionKind.TITLE, heldOn);
  }

  private static Plan planOf(SessionKind kind, LocalDate heldOn) {
    return plan(kind, AMIS_2013, heldOn.toString()).plan();
  }

  private static Stage planned(SessionKind kind, LocalDate heldOn) {
    return Stage.set(AMIS_2013, Route.TRAINING, ANNA)
        .given(plan(kind, AMIS_2013, heldOn.toString()));
  }

  private static Stage session(SessionKind kind, LocalDate heldOn) {
    Stage planned = planned(kind, heldOn);
    return switch (kind) {
      case TITLE -> planned.given(enrol(ANNA));
      case CCP -> planned.given(enrolFor(ANNA, "CCP1"));
      case CCS -> planned.given(enrol(ANNA, Set.of(), "CCS1"));
    };
  }

  private static Proof of(List<Proof> proofs, Claim claim) {
    return proofs.stream().filter(proof -> proof.claim() == claim).findFirst().orElseThrow();
  }
}
