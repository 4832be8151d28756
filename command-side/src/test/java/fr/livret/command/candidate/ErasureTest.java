package fr.livret.command.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.person.SealedText;
import java.time.LocalDate;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(SharedNode.class)
class ErasureTest {
  private final Node node;
  private final Ledger ledger;
  private final Story story;
  private final PersonalData personalData;
  private final EventStore store;

  ErasureTest(Node node) {
    this.node = node;
    this.ledger = node.ledger();
    this.story = node.story();
    this.personalData = node.bean(PersonalData.class);
    this.store = node.bean(EventStore.class);
  }

  private boolean keyIsThere(String candidate) {
    return node.bean(JdbcClient.class)
        .sql("select wrapped is not null from person_key where person = cast(? as uuid)")
        .param(candidate)
        .query(Boolean.class)
        .single();
  }

  private SealedText familyName(String candidate) {
    return ((CandidateRegistered) store.readEvents(candidate).next().getPayload())
        .identity()
        .familyName();
  }

  @Test
  void the_key_is_destroyed_before_the_answer_and_every_fact_stays() {
    String candidate = story.candidate();
    story.certificate(candidate, "2025-01-15", "2027-01-15").done();
    String path =
        story
            .open(candidate, "AMIS-2013", "CAPITALISATION", "2025-01-06")
            .created("/api/paths")
            .id();
    story.ccp(path, "CCP1", "2025-03-10").done();
    assertThat(personalData.open(familyName(candidate), PersonalFields.FAMILY_NAME))
        .contains("Benali");
    Answer erased = story.erase(candidate, "2026-11-01");
    assertThat(keyIsThere(candidate)).isFalse();
    assertThat(erased.done().version()).isEqualTo(3);
    assertThat(personalData.open(familyName(candidate), PersonalFields.FAMILY_NAME)).isEmpty();
    assertThat(ledger.kinds(candidate))
        .containsExactly("CandidateRegistered", "CertificateRecorded", "CandidateErased");
    assertThat(ledger.of(candidate).getLast().text("/reason")).isEqualTo("Demande de la personne");
    // The path goes on, as a legal fact does.
    story.ccp(path, "CCP2", "2025-05-12").done();
    assertThat(ledger.kinds(path)).containsSequence("PathOpened", "CcpObtained", "WindowOpened");
  }

  @Test
  void nobody_is_erased_twice_or_before_asking() {
    String candidate = story.candidate();
    story.erase(candidate, "2026-11-03").problem(409, "DATE_IN_FUTURE");
    assertThat(keyIsThere(candidate)).isTrue();
    story.erase(candidate, "2026-11-02").done();
    story.erase(candidate, "2026-11-02").problem(409, "CANDIDATE_ERASED");
    assertThat(ledger.of(candidate, "candidate.CandidateErased")).hasSize(1);
  }

  @Test
  void a_crash_after_the_fact_was_stored_leaves_no_key_for_long() {
    String candidate = story.candidate();
    CandidateErased fact =
        new CandidateErased(
            CandidateId.of(candidate), LocalDate.of(2026, 11, 1), "Demande de la personne");
    node.bean(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            store.publish(
                new GenericDomainEventMessage<>(
                    "candidate", candidate, 1, fact, MetaData.emptyInstance())));
    Sweep.eventually().until(() -> !keyIsThere(candidate));
    assertThat(personalData.open(familyName(candidate), PersonalFields.FAMILY_NAME)).isEmpty();
  }
}
