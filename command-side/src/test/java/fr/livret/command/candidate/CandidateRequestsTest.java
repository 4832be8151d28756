package fr.livret.command.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.person.SealedText;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedNode.class)
class CandidateRequestsTest {
  private static final String CANDIDATES = "/api/candidates";

  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final EventStore store;
  private final PersonalData personalData;

  CandidateRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
    this.store = node.bean(EventStore.class);
    this.personalData = node.bean(PersonalData.class);
  }

  private static String registration(String familyName, String givenName) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("familyName", familyName)
        .put("birthDate", "1990-04-17")
        .put("birthPlace", "Nouméa / 努美阿")
        .put("email", "zoé@例え.example")
        .set("givenNames", JsonMapper.shared().createArrayNode().add(givenName).add("Inès"))
        .toString();
  }

  /** Cyrillic, combining marks, emoji of several code points, and two scripts written leftwards. */
  @ParameterizedTest
  @CsvSource({
    "Ёлкина,Zoe\u0301",
    "🙂👩🏽‍🚒,Ng\u0169g\u0129",
    "محمد,عبد\u200cالله",
    "בן־דוד,שָׂרָה",
    "O'Néill-ß,Mary\u00a0Jane",
    "李,ﬁ"
  })
  void a_name_is_sealed_and_opens_exactly_as_it_was_given(String familyName, String givenName) {
    Answer answer =
        ledger.adding(1, () -> api.post(CANDIDATES, registration(familyName, givenName)));
    assertThat(answer.created(CANDIDATES).version()).isEqualTo(1);
    Identity identity =
        ((CandidateRegistered) store.readEvents(answer.id()).next().getPayload()).identity();
    assertThat(opened(identity.familyName(), PersonalFields.FAMILY_NAME)).isEqualTo(familyName);
    assertThat(identity.givenNames())
        .extracting(name -> opened(name, PersonalFields.GIVEN_NAME))
        .containsExactly(givenName, "Inès");
    assertThat(opened(identity.birthDate(), PersonalFields.BIRTH_DATE)).isEqualTo("1990-04-17");
    assertThat(opened(identity.birthPlace(), PersonalFields.BIRTH_PLACE)).isEqualTo("Nouméa / 努美阿");
    assertThat(opened(identity.email(), PersonalFields.EMAIL)).isEqualTo("zoé@例え.example");
  }

  private String opened(@Nullable SealedText text, String field) {
    assertThat(text).isNotNull();
    return personalData.open(text, field).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"A\u202eB", "\u200f\u200e", "\ud800", "A\u0000B", "A\u2028B", "\ufffe"})
  void what_no_reader_could_show_is_no_name(String name) {
    String body = registration("Benali", "Samia").replace("Benali", escaped(name));
    assertThat(ledger.untouchedBy(() -> api.post(CANDIDATES, body)).malformedFields())
        .containsExactly("familyName");
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
    return escaped.toString();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    String body =
        """
        {"familyName": " ", "givenNames": ["a", null, ""], "birthDate": "2026-11-03",
         "email": "nobody"}\
        """;
    assertThat(ledger.untouchedBy(() -> api.post(CANDIDATES, body)).malformedFields())
        .containsExactlyInAnyOrder(
            "familyName", "givenNames[1]", "givenNames[2]", "birthDate", "email");
  }

  @Test
  void a_certificate_is_recorded_with_its_number_sealed() {
    String candidate = story.candidate();
    Answer answer =
        ledger.adding(1, () -> story.certificate(candidate, "2025-01-15", "2027-01-15"));
    assertThat(answer.done().version()).isEqualTo(2);
    assertThat(answer.id()).isEqualTo(candidate);
    CertificateRecorded recorded =
        (CertificateRecorded)
            store.readEvents(candidate).asStream().toList().getLast().getPayload();
    assertThat(recorded.kind()).isEqualTo("SST");
    assertThat(opened(recorded.number(), PersonalFields.CERTIFICATE_NUMBER)).isEqualTo("SST-4711");
  }

  @Test
  void a_certificate_is_recorded_once_and_with_days_that_are_possible() {
    String candidate = story.candidate();
    story.certificate(candidate, "2026-11-02", "2026-11-02").done();
    story.certificate(candidate, "2026-11-02", "2026-11-02").problem(409, "ALREADY_RECORDED");
    story.certificate(candidate, "2026-11-03", "2027-11-02").problem(409, "DATE_IN_FUTURE");
    story.certificate(candidate, "2025-02-02", "2025-02-01").problem(409, "DATES_OUT_OF_ORDER");
    assertThat(ledger.kinds(candidate))
        .containsExactly("CandidateRegistered", "CertificateRecorded");
  }

  @Test
  void nothing_is_recorded_of_a_person_nobody_knows() {
    String path = story.capitalising();
    for (String unknown :
        new String[] {UUID.randomUUID().toString(), path, "1-1-1-1-1", "%F0%9F%99%82", "A%00"}) {
      Answer certificate = story.certificate(unknown, "2025-01-15", "2027-01-15");
      Answer erasure = story.erase(unknown, "2026-11-01");
      assertThat(certificate.status()).as(certificate.body()).isIn(400, 404);
      assertThat(erasure.status()).as(erasure.body()).isIn(400, 404);
    }
    assertThat(ledger.kinds(path)).containsExactly("PathOpened");
    assertThat(story.path("AMIS-2013", "TRAINING", "2012-01-01")).isNotBlank();
  }
}
