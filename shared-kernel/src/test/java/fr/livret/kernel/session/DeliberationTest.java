package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AICMP_2022;
import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.AMIS_2023;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.BORIS;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.ccps;
import static fr.livret.kernel.session.Words.chair;
import static fr.livret.kernel.session.Words.decide;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.of;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.outcome;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.present;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.title;
import static fr.livret.kernel.session.Words.trainer;
import static fr.livret.kernel.session.Words.voted;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionEvent.ResultRecorded;
import fr.livret.kernel.vae.VaeRegimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who deliberates on whom, and how. */
class DeliberationTest {

  /** Everybody convoked long before, under a derogation where the test does not care. */
  private static Stage convoked(Stage stage, Member... members) {
    Stage appointed = stage.given(appoint(members));
    return appointed.given(
        new Convoke(
            SESSION,
            Stream.of(members).map(Member::id).collect(Collectors.toSet()),
            appointed.state().known().orElseThrow().candidates().stream()
                .map(Candidacy::path)
                .collect(Collectors.toSet()),
            appointed.state().known().orElseThrow().heldOn(),
            "essai",
            on(TODAY)));
  }

  private static Stage titleSession(Member... members) {
    return convoked(
        Stage.set(AMIS_2013, Route.TRAINING, ANNA, BORIS)
            .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
            .given(enrol(ANNA, "Médiance 59"))
            .given(enrol(BORIS)),
        members);
  }

  @Test
  void two_of_the_convoked_members_are_enough_to_deliberate() {
    Stage session = titleSession(professional("J1"), professional("J2"), professional("J3"));
    assertThat(
            session
                .given(present("J1", "J3"))
                .when(decide(title(ANNA)))
                .event(ResultRecorded.class)
                .deliberating())
        .containsExactlyInAnyOrder("J1", "J3");
  }

  @Test
  void one_of_the_convoked_members_is_not() {
    titleSession(professional("J1"), professional("J2"))
        .given(present("J1"))
        .when(decide(title(ANNA)))
        .refused(Refused.QUORUM_NOT_MET, Map.of("quorum", 2, "deliberating", List.of("J1")));
  }

  @Test
  void nothing_is_decided_before_it_is_known_who_was_present() {
    titleSession(professional("J1"), professional("J2"))
        .when(decide(title(ANNA)))
        .refused(Refused.PRESENCE_UNKNOWN);
  }

  @Test
  void a_member_of_the_candidates_organisation_does_not_deliberate_on_that_candidate_only() {
    Stage session =
        titleSession(professional("J1"), professional("J2"), of("J3", "MEDIANCE  59", "Autre"))
            .given(present("J1", "J2", "J3"));
    ResultRecorded onAnna = session.when(decide(title(ANNA))).event(ResultRecorded.class);
    assertThat(onAnna.deliberating()).containsExactlyInAnyOrder("J1", "J2");
    assertThat(onAnna.conflicted()).containsExactly("J3");
    ResultRecorded onBoris =
        session.when(decide(outcome(BORIS, Outcome.REFUSED))).event(ResultRecorded.class);
    assertThat(onBoris.deliberating()).containsExactlyInAnyOrder("J1", "J2", "J3");
    assertThat(onBoris.conflicted()).isEmpty();
  }

  @Test
  void the_quorum_counts_without_the_member_who_may_not_deliberate() {
    Stage session =
        titleSession(professional("J1"), of("J3", "Médiance 59")).given(present("J1", "J3"));
    session
        .when(decide(title(ANNA)))
        .refused(
            Refused.MEMBER_CONFLICT,
            Map.of("conflicted", List.of("J3"), "deliberating", List.of("J1"), "quorum", 2));
    session.when(decide(outcome(BORIS, Outcome.REFUSED))).accepted();
  }

  @Test
  void nobody_need_deliberate_on_a_candidate_who_did_not_come() {
    ResultRecorded absent =
        titleSession(professional("J1"), of("J3", "Médiance 59"))
            .given(present("J1", "J3"))
            .when(decide(outcome(ANNA, Outcome.ABSENT)))
            .event(ResultRecorded.class);
    assertThat(absent.deliberating()).isEmpty();
    assertThat(absent.rule()).isEqualTo("TP-2006/1#session.absence");
  }

  private static Stage ccpSession(Member... members) {
    return convoked(
        Stage.set(AMIS_2013, Route.CAPITALISATION, ANNA, BORIS)
            .given(plan(SessionKind.CCP, AMIS_2013, HELD))
            .given(enrolFor(ANNA, "CCP1"))
            .given(enrolFor(BORIS, "CCP1")),
        members);
  }

  @Test
  void a_binome_is_a_professional_and_a_trainer() {
    ccpSession(professional("J1"), trainer("T1", AMIS_2013))
        .given(present("J1", "T1"))
        .when(decide(ccps(ANNA, "CCP1")))
        .accepted();
    ccpSession(professional("J1"), professional("J2"))
        .given(present("J1", "J2"))
        .when(decide(ccps(ANNA, "CCP1")))
        .refused(Refused.EVALUATORS_INCOMPLETE);
    ccpSession(trainer("T1", AMIS_2013), trainer("T2", AMIS_2013))
        .given(present("T1", "T2"))
        .when(decide(ccps(ANNA, "CCP1")))
        .refused(Refused.EVALUATORS_INCOMPLETE);
  }

  @Test
  void a_trainer_who_trained_the_candidate_is_not_in_the_binome_that_assesses_that_candidate() {
    Stage session =
        ccpSession(professional("J1"), trainer("T1", AMIS_2013, ANNA)).given(present("J1", "T1"));
    session
        .when(decide(ccps(ANNA, "CCP1")))
        .refused(Refused.EVALUATOR_CONFLICT, Map.of("conflicted", List.of("T1")));
    session.when(decide(ccps(BORIS, "CCP1"))).accepted();
  }

  @Test
  void another_trainer_takes_the_place_of_the_candidates_own() {
    Stage session =
        ccpSession(professional("J1"), trainer("T1", AMIS_2013, ANNA), trainer("T2", AMIS_2013))
            .given(present("J1", "T1", "T2"));
    assertThat(session.when(decide(ccps(ANNA, "CCP1"))).event(ResultRecorded.class).deliberating())
        .containsExactlyInAnyOrder("J1", "T2");
    ccpSession(professional("J1"), professional("J2"), trainer("T1", AMIS_2013, ANNA))
        .given(present("J1", "J2", "T1"))
        .when(decide(ccps(ANNA, "CCP1")))
        .refused(Refused.EVALUATOR_CONFLICT);
  }

  private static Stage vaeSession(PathLaw law, String heldOn, Member... members) {
    return convoked(
        Stage.set(law, Route.VAE, ANNA)
            .given(plan(SessionKind.TITLE, law, heldOn))
            .given(enrol(ANNA)),
        members);
  }

  private static Member[] jury(int professionals, int trainers, PathLaw law) {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= professionals; i++) {
      members.add(i == 1 ? chair("J" + i) : professional("J" + i));
    }
    for (int i = 1; i <= trainers; i++) {
      members.add(trainer("T" + i, law));
    }
    return members.toArray(Member[]::new);
  }

  private static String[] ids(Member... members) {
    return Stream.of(members).map(Member::id).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, true",
    "2, 6, true",
    "2, 7, false",
    "3, 9, true",
    "3, 10, false",
    "1, 1, false",
    "1, 0, false"
  })
  void of_a_vae_jury_two_and_a_quarter_are_professionals(
      int professionals, int trainers, boolean enough) {
    Member[] members = jury(professionals, trainers, AICMP_2022);
    Stage decided =
        vaeSession(AICMP_2022, "2023-01-20", members)
            .given(present(ids(members)))
            .when(decide(outcome(ANNA, Outcome.REFUSED)));
    if (enough) {
      decided.accepted();
    } else {
      assertThat(decided.refusal()).isNotNull();
      decided.refused(members.length < 2 ? Refused.QUORUM_NOT_MET : Refused.VAE_JURY_INCOMPLETE);
    }
  }

  /** The text came into force on 4 November 2019. */
  @Test
  void before_that_text_a_vae_jury_is_made_as_any_other() {
    PathLaw since2011 =
        new PathLaw(AICMP_2022.regime(), AMIS_2013.referentiel(), 1)
            .admittedUnder(VaeRegimes.VAE_2017);
    Member[] members = jury(1, 1, since2011);
    vaeSession(since2011, "2019-11-03", members)
        .given(present(ids(members)))
        .when(decide(outcome(ANNA, Outcome.REFUSED)))
        .accepted();
    vaeSession(since2011, "2019-11-04", members)
        .given(present(ids(members)))
        .when(decide(outcome(ANNA, Outcome.REFUSED)))
        .refused(Refused.VAE_JURY_INCOMPLETE, Map.of("professionals", 1L, "required", 2));
  }

  @Test
  void on_another_route_no_quarter_is_asked_for() {
    Member[] members = jury(1, 4, AICMP_2022);
    convoked(
            Stage.set(AICMP_2022, Route.TRAINING, ANNA)
                .given(plan(SessionKind.TITLE, AICMP_2022, "2023-01-20"))
                .given(enrol(ANNA)),
            members)
        .given(present(ids(members)))
        .when(decide(outcome(ANNA, Outcome.REFUSED)))
        .accepted();
  }

  @Test
  void whoever_accompanied_a_vae_candidate_does_not_deliberate_on_that_candidate() {
    List<Member> members = new ArrayList<>(List.of(jury(2, 1, AICMP_2022)));
    members.add(trainer("T9", AICMP_2022, ANNA));
    Member[] all = members.toArray(Member[]::new);
    assertThat(
            vaeSession(AICMP_2022, "2023-01-20", all)
                .given(present(ids(all)))
                .when(decide(outcome(ANNA, Outcome.REFUSED)))
                .event(ResultRecorded.class)
                .conflicted())
        .containsExactly("T9");
  }

  private static Stage votes(String heldOn, Result result) {
    Member[] members = jury(2, 0, AMIS_2023);
    return vaeSession(AMIS_2023, heldOn, members).given(present(ids(members))).when(decide(result));
  }

  @Test
  void from_13_april_2024_the_chairs_vote_decides_on_a_vae_candidate() {
    Result divided = voted(ANNA, Outcome.REFUSED, 1, 1, true);
    votes("2024-04-12", divided)
        .refused(Refused.CASTING_VOTE_NOT_PROVIDED, Map.of("heldOn", on("2024-04-12")));
    votes("2024-04-13", divided).accepted();
  }

  @Test
  void the_chairs_vote_decides_on_no_other_candidate() {
    Member[] members = jury(2, 0, AMIS_2023);
    convoked(
            Stage.set(AMIS_2023, Route.TRAINING, ANNA)
                .given(plan(SessionKind.TITLE, AMIS_2023, "2024-05-13"))
                .given(enrol(ANNA)),
            members)
        .given(present(ids(members)))
        .when(decide(voted(ANNA, Outcome.REFUSED, 1, 1, true)))
        .refused(Refused.CASTING_VOTE_NOT_PROVIDED, Map.of("route", "TRAINING"));
  }

  @Test
  void a_chair_who_is_not_there_has_no_vote() {
    vaeSession(AMIS_2023, "2024-05-13", jury(3, 0, AMIS_2023))
        .given(present("J2", "J3"))
        .when(decide(voted(ANNA, Outcome.REFUSED, 1, 1, true)))
        .refused(Refused.CASTING_VOTE_NOT_PROVIDED, Map.of("chairDeliberates", false));
  }

  @Test
  void what_is_voted_on_is_carried_by_more_votes_than_there_are_against_it() {
    votes("2024-05-13", voted(ANNA, Outcome.REFUSED, 2, 0, false)).accepted();
    votes("2024-05-13", voted(ANNA, Outcome.REFUSED, 1, 1, false))
        .refused(Refused.VOTES_DO_NOT_CARRY);
    votes("2024-05-13", voted(ANNA, Outcome.REFUSED, 0, 2, true))
        .refused(Refused.VOTES_DO_NOT_CARRY);
    votes("2024-05-13", voted(ANNA, Outcome.REFUSED, 2, 0, true))
        .refused(Refused.VOTES_DO_NOT_CARRY);
    votes("2024-05-13", voted(ANNA, Outcome.REFUSED, 2, 1, false))
        .refused(Refused.VOTES_DO_NOT_CARRY, Map.of("inFavour", 2, "against", 1));
  }
}
