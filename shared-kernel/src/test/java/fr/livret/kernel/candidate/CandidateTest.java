package fr.livret.kernel.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateCommand.RecordCertificate;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateState.Erased;
import fr.livret.kernel.candidate.CandidateState.NotRegistered;
import fr.livret.kernel.candidate.CandidateState.Registered;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Candidates: registered, certified, erased. */
class CandidateTest {
  private static final CandidateId ID = new CandidateId(new UUID(0, 7));
  private static final SealedText SEALED = new SealedText(ID.person(), "c2VhbGVk");
  private static final Identity IDENTITY =
      new Identity(SEALED, List.of(SEALED, SEALED), SEALED, null, null);
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
  private static final Certificate SST =
      new Certificate("SST", LocalDate.of(2024, 1, 15), LocalDate.of(2026, 1, 14));

  private static final RegisterCandidate REGISTER = new RegisterCandidate(ID, IDENTITY, TODAY);
  private static final EraseCandidate ERASE =
      new EraseCandidate(ID, TODAY, "asked for by the person", TODAY);

  @Test
  void a_candidate_is_registered_with_a_sealed_identity() {
    assertThat(CandidateDecider.decide(REGISTER, new NotRegistered()))
        .containsExactly(new CandidateRegistered(ID, IDENTITY, TODAY));
    assertThat(ID.person()).isEqualTo(new PersonId(ID.value()));
  }

  @Test
  void a_candidate_is_registered_once() {
    assertThat(refused(REGISTER, after(REGISTER))).isEqualTo(Refused.ALREADY_RECORDED);
  }

  @Test
  void nobody_unknown_is_certified_or_erased() {
    assertThat(refused(certificate(SST), new NotRegistered())).isEqualTo(Refused.UNKNOWN);
    assertThat(refused(ERASE, new NotRegistered())).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void a_certificate_is_recorded_and_held() {
    CandidateState state = after(REGISTER, certificate(SST));
    assertThat(state).isEqualTo(new Registered(List.of(SST)));
    assertThat(state.certificatesHeld()).containsExactly(SST);
  }

  @Test
  void a_certificate_is_recorded_once_and_may_be_renewed() {
    CandidateState state = after(REGISTER, certificate(SST));
    assertThat(refused(certificate(SST), state)).isEqualTo(Refused.ALREADY_RECORDED);
    Certificate renewed = new Certificate("SST", TODAY, TODAY.plusYears(2));
    assertThat(CandidateDecider.decide(certificate(renewed), state)).hasSize(1);
  }

  @Test
  void a_certificate_of_today_is_accepted_and_one_of_tomorrow_refused() {
    CandidateState state = after(REGISTER);
    Certificate today = new Certificate("SST", TODAY, TODAY);
    Certificate tomorrow = new Certificate("SST", TODAY.plusDays(1), TODAY.plusYears(2));
    assertThat(CandidateDecider.decide(certificate(today), state)).hasSize(1);
    assertThat(refused(certificate(tomorrow), state)).isEqualTo(Refused.DATE_IN_FUTURE);
  }

  @Test
  void a_certificate_does_not_end_before_it_begins() {
    Certificate backwards = new Certificate("SST", TODAY, TODAY.minusDays(1));
    assertThat(refused(certificate(backwards), after(REGISTER)))
        .isEqualTo(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void a_certificate_of_an_impossible_day_is_refused() {
    Certificate endless = new Certificate("SST", TODAY, LocalDate.MAX);
    Certificate ancient = new Certificate("SST", LocalDate.MIN, TODAY);
    assertThat(refused(certificate(endless), after(REGISTER))).isEqualTo(Refused.DATE_OUT_OF_RANGE);
    assertThat(refused(certificate(ancient), after(REGISTER))).isEqualTo(Refused.DATE_OUT_OF_RANGE);
  }

  @Test
  void a_certificate_is_valid_on_both_its_first_and_its_last_day() {
    assertThat(SST.validOn(LocalDate.of(2024, 1, 14))).isFalse();
    assertThat(SST.validOn(LocalDate.of(2024, 1, 15))).isTrue();
    assertThat(SST.validOn(LocalDate.of(2026, 1, 14))).isTrue();
    assertThat(SST.validOn(LocalDate.of(2026, 1, 15))).isFalse();
  }

  @Test
  void erasure_keeps_the_certificates_and_ends_everything_else() {
    CandidateState erased = after(REGISTER, certificate(SST), ERASE);
    assertThat(erased).isEqualTo(new Erased(List.of(SST)));
    assertThat(erased.certificatesHeld()).containsExactly(SST);
    assertThat(refused(REGISTER, erased)).isEqualTo(Refused.CANDIDATE_ERASED);
    assertThat(refused(certificate(SST), erased)).isEqualTo(Refused.CANDIDATE_ERASED);
    assertThat(refused(ERASE, erased)).isEqualTo(Refused.CANDIDATE_ERASED);
  }

  @Test
  void an_erasure_asked_for_tomorrow_is_refused() {
    EraseCandidate tomorrow = new EraseCandidate(ID, TODAY.plusDays(1), "asked", TODAY);
    assertThat(refused(tomorrow, after(REGISTER))).isEqualTo(Refused.DATE_IN_FUTURE);
  }

  @Test
  void every_event_is_decided_and_folded() {
    Set<Class<?>> seen = new HashSet<>();
    CandidateState state = new NotRegistered();
    for (CandidateCommand command : List.of(REGISTER, certificate(SST), ERASE)) {
      for (CandidateEvent event : CandidateDecider.decide(command, state)) {
        seen.add(event.getClass());
        assertThat(event.candidate()).isEqualTo(ID);
        assertThat(event.effectiveOn()).isBeforeOrEqualTo(TODAY);
        state = CandidateState.evolve(state, event);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(CandidateEvent.class.getPermittedSubclasses());
    assertThat(seen)
        .contains(CandidateRegistered.class, CertificateRecorded.class, CandidateErased.class);
  }

  private static RecordCertificate certificate(Certificate certificate) {
    return new RecordCertificate(ID, certificate, SEALED, TODAY);
  }

  private static CandidateState after(CandidateCommand... commands) {
    CandidateState state = new NotRegistered();
    for (CandidateCommand command : commands) {
      for (CandidateEvent event : CandidateDecider.decide(command, state)) {
        state = CandidateState.evolve(state, event);
      }
    }
    return state;
  }

  private static Refused refused(CandidateCommand command, CandidateState state) {
    return catchThrowableOfType(Refusal.class, () -> CandidateDecider.decide(command, state))
        .code();
  }
}
