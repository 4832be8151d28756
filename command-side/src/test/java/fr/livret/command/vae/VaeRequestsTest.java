package fr.livret.command.vae;

import static fr.livret.command.path.Sweep.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.vae.VaeRegisterId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an adviser and a candidate meet. */
@ExtendWith(SharedNode.class)
class VaeRequestsTest {
  private static final String FILE = "/api/vae-applications";
  private static final String SILENCE = "vae.SilenceTookEffect";

  private final Node node;
  private final Api api;
  private final Ledger ledger;
  private final Story story;

  VaeRequestsTest(Node node) {
    this.node = node;
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private String filed(String certification, String filedOn) {
    return story.file(story.candidate(), certification, filedOn).created(FILE).id();
  }

  @Test
  void of_many_filed_at_once_for_one_title_one_is_accepted() {
    String candidate = story.candidate();
    List<Answer> answers = AtOnce.ask(12, _ -> story.file(candidate, "AMIS-2023", "2025-02-01"));
    assertThat(answers).filteredOn(one -> one.status() == 201).hasSize(1);
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> one.problem(409, "QUOTA_CERTIFICATION"));
    String register = VaeRegisterId.of(CandidateId.of(candidate)).toString();
    assertThat(ledger.kinds(register)).containsExactly("FilingCounted");
  }

  @Test
  void of_many_filed_at_once_for_different_titles_three_are_accepted() {
    String candidate = story.candidate();
    List<String> titles =
        List.of(
            story.title("TP-2016", 1),
            story.title("TP-2016", 1),
            story.title("TP-2016", 1),
            story.title("TP-2016", 1),
            story.title("TP-2016", 1),
            story.title("TP-2016", 1));
    List<Answer> answers =
        AtOnce.ask(6, number -> story.file(candidate, titles.get(number), "2025-02-01"));
    List<Answer> accepted = answers.stream().filter(one -> one.status() == 201).toList();
    assertThat(accepted).hasSize(3);
    assertThat(accepted)
        .allSatisfy(one -> assertThat(ledger.kinds(one.id())).containsExactly("ApplicationFiled"));
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> one.problem(409, "QUOTA_TOTAL"));
  }

  @Test
  void a_filing_repeated_under_its_key_files_once() {
    String body = Story.vaeBody(story.candidate(), "AMIS-2023", "2025-02-01", "[\"CCP1\"]");
    Answer first = api.post(FILE, body, "Idempotency-Key", "vae-1").created(FILE);
    Answer again = api.post(FILE, body, "Idempotency-Key", "vae-1").created(FILE);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(ledger.of(first.id())).hasSize(1);
  }

  @Test
  void a_filing_creates_and_so_matches_no_version() {
    String candidate = story.candidate();
    String body = Story.vaeBody(candidate, "AMIS-2023", "2025-02-01", "[\"CCP1\"]");
    api.post(FILE, body).created(FILE);
    api.post(FILE, body, "If-Match", "\"1\"").problem(412, "VERSION_CONFLICT");
  }

  @Test
  void experience_too_short_is_refused_with_what_counts_and_its_text() {
    String body =
        """
        {"candidateId": "%s", "certification": "TMS-2004", "filedOn": "2010-01-07",
         "target": "TITLE", "experience": [
           {"from": "2007-01-08", "to": "2009-12-31", "kind": "EMPLOYED"},
           {"from": "2010-01-01", "to": "2010-01-07", "kind": "TRAINING"}]}\
        """
            .formatted(story.candidate());
    Answer refused = api.post(FILE, body);
    refused.problem(409, "EXPERIENCE_TOO_SHORT");
    assertThat(refused.body())
        .contains("2 years 11 months 24 days", "VAE-2002/1#vae.experience", "trois ans");
  }

  @Test
  void silence_speaks_by_the_clock_and_is_dated_the_day_after_the_delay() {
    String application = filed("TMS-2004", "2010-03-31");
    awaitDue(application, "2010-06-01");
    sweep();
    Fact silence = ledger.of(application, SILENCE).getFirst();
    assertThat(silence.text("/lastDay")).isEqualTo("2010-05-31");
    assertThat(silence.text("/effectiveOn")).isEqualTo("2010-06-01");
    assertThat(silence.text("/effect")).isEqualTo("REFUSED");
    assertThat(silence.metadata().path("actor").asString()).isEqualTo("livret:clock");
    sweep();
    assertThat(ledger.of(application, SILENCE)).hasSize(1);
    story.decide(application, "GRANTED", "2010-06-10").done();
    assertThat(ledger.kinds(application))
        .containsExactly("ApplicationFiled", "SilenceTookEffect", "LateDecisionRecorded");
  }

  @Test
  void silence_speaks_at_midnight_in_paris() {
    MovableClock.on("2026-03-02");
    String application = filed("AMIS-2023", "2026-03-02");
    api.post(FILE + "/" + application + "/completeness", "{\"completeOn\": \"2026-03-02\"}").done();
    awaitDue(application, "2026-05-03");
    MovableClock.at("2026-05-02T23:59:59");
    sweep();
    assertThat(ledger.of(application, SILENCE)).isEmpty();
    MovableClock.at("2026-05-03T00:00:00");
    sweep();
    assertThat(ledger.of(application, SILENCE).getFirst().text("/effect")).isEqualTo("GRANTED");
    awaitDue(application, "2026-11-04");
  }

  @Test
  void a_path_opens_on_a_recevabilite_in_force_and_its_application_learns_of_it() {
    String candidate = story.candidate();
    String application = story.file(candidate, "AMIS-2013", "2012-08-01").created(FILE).id();
    story
        .openOn(application, candidate, "AMIS-2013", "2012-09-01")
        .problem(409, "RECEVABILITE_REQUIRED");
    story.decide(application, "GRANTED", "2012-09-14").done();
    story
        .openOn(application, story.candidate(), "AMIS-2013", "2012-10-01")
        .problem(409, "RECEVABILITE_REQUIRED");
    story
        .openOn(application, candidate, "AMIS-2013", "2013-09-15")
        .problem(409, "RECEVABILITE_LAPSED");
    story
        .openOn("UT59-118", candidate, "AMIS-2013", "2012-10-01")
        .problem(409, "RECEVABILITE_REQUIRED");
    String path =
        story.openOn(application, candidate, "AMIS-2013", "2012-10-01").created("/api/paths").id();
    Fact opened = ledger.of(path).getFirst();
    assertThat(opened.text("/vaeApplication")).isEqualTo(application);
    assertThat(opened.text("/recevabilite/regime/code")).isEqualTo("VAE-2002");
    assertThat(opened.text("/recevabilite/validThrough")).isEqualTo("2013-09-14");
    Answer late = story.title(path, "2013-09-16");
    late.problem(409, "RECEVABILITE_LAPSED");
    assertThat(late.body()).contains("2013-09-14", "VAE-2002/1#vae.validity");
    story.jury(path, "PARTIAL", "2013-09-14", ", \"ccps\": [\"CCP1\"]").done();
    eventually().until(() -> ledger.of(application, "vae.RecevabiliteUsed").size() == 2);
    sweep();
    assertThat(ledger.of(application, "vae.RecevabiliteLapsed")).isEmpty();
  }

  @Test
  void a_recevabilite_nobody_used_lapses_by_the_clock() {
    String application = filed("AMIS-2013", "2012-08-01");
    story.decide(application, "GRANTED", "2012-09-14").done();
    awaitDue(application, "2013-09-15");
    sweep();
    Fact lapsed = ledger.of(application, "vae.RecevabiliteLapsed").getFirst();
    assertThat(lapsed.text("/lastDay")).isEqualTo("2013-09-14");
    assertThat(lapsed.text("/lapsedOn")).isEqualTo("2013-09-15");
    assertThat(lapsed.text("/rule")).isEqualTo("VAE-2002/1#vae.validity");
  }

  @Test
  void what_is_malformed_is_named() {
    assertThat(
            api.post(
                    FILE,
                    """
                    {"candidateId": "x", "certification": "AMIS-2023", "target": [],
                     "experience": [{"from": "2020-01-01", "to": "2021-01-01", "kind": "EMPLOYED",
                                     "fullTimeShare": 0}, {"kind": "EMPLOYED", "fullTimeShare": 1.5}]}\
                    """)
                .malformedFields())
        .containsExactlyInAnyOrder(
            "filedOn",
            "target",
            "experience[0].fullTimeShare",
            "experience[1].from",
            "experience[1].to",
            "experience[1].fullTimeShare");
    String application = filed("AMIS-2023", "2025-02-01");
    assertThat(
            api.post(FILE + "/" + application + "/supplement-request", "{\"missing\": []}")
                .malformedFields())
        .containsExactlyInAnyOrder("requestedOn", "missing");
    assertThat(api.post(FILE + "/" + application + "/decision", "{}").malformedFields())
        .containsExactlyInAnyOrder("decidedOn", "decision", "notifiedOn");
    story.file(story.candidate(), "AMIS-2023", "2200-02-01").problem(409, "DATE_IN_FUTURE");
    api.post(FILE, Story.vaeBody(story.candidate(), "AMIS-2023", "2025-02-01", "[\"CCP9\"]"))
        .problem(409, "CCP_UNKNOWN");
    story
        .decide("00000000-0000-0000-0000-000000000009", "GRANTED", "2025-02-01")
        .problem(404, "UNKNOWN");
  }

  private void sweep() {
    node.bean(WhenDelayEndsThenSilence.class).sweep();
  }

  private void awaitDue(String application, String day) {
    Silence.awaitDue(node, application, day);
  }
}
