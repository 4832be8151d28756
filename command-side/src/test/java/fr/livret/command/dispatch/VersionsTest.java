package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If-Match: a write on a version somebody has seen, or on whatever is there. */
@ExtendWith(SharedNode.class)
class VersionsTest {
  private static final int WRITERS = 16;

  private final Node node;
  private final Api api;
  private final Ledger ledger;
  private final Story story;

  VersionsTest(Node node) {
    this.node = node;
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private Answer ccp(String path, String ccp, String day, String... headers) {
    return story.ccp(path, ccp, day, headers);
  }

  @Test
  void a_write_on_an_earlier_version_is_412_and_stores_nothing() {
    String path = story.capitalising();
    ccp(path, "CCP1", "2025-03-10").done();
    Answer stale = ledger.untouchedBy(() -> ccp(path, "CCP2", "2025-05-02", "If-Match", "\"1\""));
    assertThat(stale.problem(412, "VERSION_CONFLICT").path("currentVersion").asInt()).isEqualTo(3);
    ledger
        .untouchedBy(() -> ccp(path, "CCP2", "2025-05-02", "If-Match", "\"4\""))
        .problem(412, "VERSION_CONFLICT");
    assertThat(ccp(path, "CCP2", "2025-05-02", "If-Match", "\"3\"").done().version()).isEqualTo(4);
  }

  @Test
  void every_version_that_was_answered_can_be_written_on() {
    String candidate = story.candidate();
    String tag = "\"1\"";
    for (int year = 2001; year <= 2005; year++) {
      Answer answer = certificate(candidate, year, "If-Match", tag);
      tag = answer.done().header("ETag");
    }
    assertThat(tag).isEqualTo("\"6\"");
  }

  @Test
  void any_version_will_do_for_a_star() {
    String path = story.capitalising();
    ccp(path, "CCP1", "2014-03-10", "If-Match", "*").done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"1\"", "1", "\"\"", "\"-1\"", "\"1\", \"2\"", "\"99999999999999999999\""})
  void what_is_not_one_version_is_malformed(String tag) {
    String path = story.capitalising();
    Answer answer = ledger.untouchedBy(() -> ccp(path, "CCP1", "2014-03-10", "If-Match", tag));
    assertThat(answer.malformedFields()).containsExactly("If-Match");
  }

  @Test
  void a_rule_is_asked_only_on_the_version_the_sender_has_seen() {
    String path = story.withCcps("2014-03-10");
    ledger
        .untouchedBy(() -> ccp(path, "CCP1", "2014-03-10", "If-Match", "\"1\""))
        .problem(412, "VERSION_CONFLICT");
  }

  @Test
  void a_title_is_published_and_closed_on_the_version_that_was_seen() {
    String title = story.title("TP-2006", 1);
    String changed = Story.referentiel(title, "TP-2006", 2, "{\"from\": \"2002-01-01\"}");
    String address = "/api/referentiels/" + title;
    ledger
        .untouchedBy(() -> api.put(address, changed, "If-Match", "\"7\""))
        .problem(412, "VERSION_CONFLICT");
    api.put(address, changed, "If-Match", "\"1\"").done();
    String closure = "{\"decidedOn\": \"2026-01-01\", \"source\": \"Arrêté\"}";
    ledger
        .untouchedBy(() -> api.post(address + "/closure", closure, "If-Match", "\"1\""))
        .problem(412, "VERSION_CONFLICT");
  }

  @Test
  void of_many_writers_on_one_version_exactly_one_writes() {
    String candidate = story.candidate();
    List<Answer> answers =
        ledger.adding(
            1,
            () -> AtOnce.ask(WRITERS, i -> certificate(candidate, 1980 + i, "If-Match", "\"1\"")));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(WRITERS - 1);
    assertThat(ledger.kinds(candidate))
        .containsExactly("CandidateRegistered", "CertificateRecorded");
  }

  @Test
  void without_a_version_no_writer_loses() {
    String candidate = story.candidate();
    String title = story.title("RNCP-PRIVATE", WRITERS);
    String path = story.open(candidate, title, "TRAINING", "2014-01-06").created("/api/paths").id();
    List<Answer> answers =
        AtOnce.ask(
            2 * WRITERS,
            i ->
                i % 2 == 0
                    ? certificate(candidate, 1980 + i)
                    : ccp(path, "CCP" + (i + 1) / 2, "2014-03-10"));
    answers.forEach(Answer::done);
    assertThat(ledger.of(candidate, "candidate.CertificateRecorded")).hasSize(WRITERS);
    assertThat(ledger.of(path, "path.CcpObtained"))
        .extracting(fact -> fact.text("/ccp"))
        .hasSize(WRITERS)
        .doesNotHaveDuplicates();
    assertThat(answers)
        .filteredOn(answer -> answer.id().equals(candidate))
        .extracting(Answer::version)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(2, WRITERS + 1).boxed().toList());
  }

  @Test
  void who_always_comes_second_is_told_to_try_again_later() {
    String candidate = story.candidate();
    Registration crowd =
        node.bean(CommandBus.class)
            .registerDispatchInterceptor(_ ->
                (_, _) -> {
                  throw new ConcurrencyException("somebody else was first");
                });
    try {
      Answer answer = ledger.untouchedBy(() -> certificate(candidate, 2001));
      answer.problem(503, "STORE_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isNotBlank();
    } finally {
      crowd.cancel();
    }
    certificate(candidate, 2001).done();
  }

  private Answer certificate(String candidate, int year, String... headers) {
    return api.post(
        "/api/candidates/" + candidate + "/certificates",
        """
        {"kind": "SST", "obtainedOn": "%1$d-01-15", "validThrough": "%1$d-12-31"}\
        """
            .formatted(year),
        headers);
  }
}
