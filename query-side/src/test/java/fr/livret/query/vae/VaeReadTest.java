package fr.livret.query.vae;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeDecider;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeLaw;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider;
import fr.livret.kernel.vae.VaeRegisterState;
import fr.livret.kernel.vae.VaeState;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class VaeReadTest {
  private static final String QUEUE = "/api/vae-applications";

  private final World world;
  private final Http http;
  private final MovableClock clock;

  VaeReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @AfterEach
  void backToTheDayOfOtherTests() {
    clock.set("2026-01-15");
  }

  /** An application, decided by the kernel and stored as it would really be. */
  private final class Told {
    private final VaeApplicationId id = new VaeApplicationId(UUID.randomUUID());
    private final VaeRegime regime;

    Told(CandidateId candidate, ReferentielCode code, String filedOn, String... blocs) {
      LocalDate day = LocalDate.parse(filedOn);
      regime = world.regimes().vae().filedOn(day).orElseThrow();
      var published = world.published(code);
      FileVaeApplication filing =
          new FileVaeApplication(
              candidate,
              id,
              code,
              published.version(),
              day,
              Stream.of(blocs).map(CcpCode::new).collect(Collectors.toSet()),
              List.of(
                  period(candidate, day.minusYears(5), day.minusYears(2), "0.5"),
                  period(candidate, day.minusYears(3), day, "1")),
              List.of(),
              day);
      VaeLaw law =
          new VaeLaw(
              regime,
              world.regimes().latest(published.content().regime()),
              published.content(),
              published.version());
      var filed =
          VaeRegisterDecider.decide(filing, new VaeRegisterState.NothingFiled(), law).filed();
      world.store("vae-application", id.toString(), MovableClock.noon(filedOn), List.of(filed));
    }

    private ExperiencePeriod period(
        CandidateId candidate, LocalDate from, LocalDate to, String share) {
      return new ExperiencePeriod(
          from,
          to,
          ExperienceKind.VOLUNTARY,
          world.persons().seal(candidate.person(), PersonalFields.VAE_OCCUPATION, "Médiation"),
          new BigDecimal(share),
          true);
    }

    String id() {
      return id.toString();
    }

    Told complete(String on) {
      return command(new RecordCompleteness(id, LocalDate.parse(on), LocalDate.parse(on)), on);
    }

    Told supplement(String on) {
      LocalDate day = LocalDate.parse(on);
      return command(new RequestSupplement(id, day, List.of("CV"), day), on);
    }

    Told decided(VaeOutcome outcome, String on, String recordedOn) {
      LocalDate day = LocalDate.parse(on);
      return command(
          new DecideRecevabilite(
              id, day, outcome, day, "Vu le dossier", null, LocalDate.parse(recordedOn)),
          recordedOn);
    }

    Told day(String on) {
      return command(new LetDayCome(id, LocalDate.parse(on)), on);
    }

    private Told command(VaeCommand command, String recordedOn) {
      VaeState state = new VaeState.NotFiled();
      for (Object event : world.stream(id())) {
        state = VaeState.evolve(state, (VaeEvent) event);
      }
      List<VaeEvent> decided = VaeDecider.decide(command, state, regime);
      world.store("vae-application", id(), MovableClock.noon(recordedOn), decided);
      return this;
    }
  }

  private Told filed(ReferentielCode code, String name, String filedOn, String... blocs) {
    return new Told(world.candidate(name), code, filedOn, blocs);
  }

  private List<String> ids(ReferentielCode code, String query) {
    return Http.each(http.json(QUEUE + "?certification=" + code + query).path("items"), "/id");
  }

  @Test
  void the_queue_comes_by_the_last_day_of_its_clocks_with_whose_they_are() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    Told waiting = filed(code, "Sans délai", "2024-11-04");
    Told later = filed(code, "Plus tard", "2024-12-02").complete("2025-01-10");
    Told sooner = filed(code, "Bientôt", "2024-12-03").complete("2024-12-31");
    Told asked =
        filed(code, "Pièces", "2024-12-04").complete("2024-12-10").supplement("2025-01-06");
    Told silent = filed(code, "Silence", "2024-10-01").complete("2024-10-02").day("2024-12-10");
    world.settled();
    clock.set("2025-02-10");
    JsonNode all = http.json(QUEUE + "?certification=" + code);
    assertThat(Http.each(all.path("items"), "/id"))
        .startsWith(sooner.id(), later.id())
        .containsExactlyInAnyOrder(sooner.id(), later.id(), waiting.id(), asked.id(), silent.id());
    assertThat(all.path("total").asInt()).isEqualTo(5);
    JsonNode first = all.at("/items/0");
    assertThat(first.at("/candidate/name").asString()).isEqualTo("Bientôt");
    assertThat(first.at("/state").asString()).isEqualTo("COMPLETE");
    assertThat(first.at("/regime").asString()).isEqualTo("VAE-2024");
    assertThat(first.at("/clock/countsFrom").asString()).isEqualTo("COMPLETENESS");
    assertThat(first.at("/clock/countedFrom").asString()).isEqualTo("2024-12-31");
    assertThat(first.at("/clock/lastDay").asString()).isEqualTo("2025-02-28");
    assertThat(first.at("/clock/daysLeft").asInt()).isEqualTo(18);
    assertThat(first.at("/clock/effectAtSilence").asString()).isEqualTo("GRANTED");
    assertThat(first.at("/ageInDays").asInt()).isEqualTo(69);

    assertThat(ids(code, "&silenceBefore=2025-02-28")).isEmpty();
    assertThat(ids(code, "&silenceBefore=2025-03-01")).containsExactly(sooner.id());
    assertThat(ids(code, "&state=SUPPLEMENT_REQUESTED")).containsExactly(asked.id());
    assertThat(ids(code, "&filedBefore=2024-12-02"))
        .containsExactlyInAnyOrder(waiting.id(), silent.id());
    assertThat(ids(code, "&order=AGE")).startsWith(silent.id(), waiting.id(), later.id());
    assertThat(ids(code, "&q=bientot")).containsExactly(sooner.id());
    JsonNode granted =
        http.json(QUEUE + "?certification=" + code + "&state=GRANTED").at("/items/0");
    assertThat(granted.at("/bySilence").asBoolean()).isTrue();
    assertThat(granted.at("/deadline/needs").asString()).isEqualTo("PATH_OPENED");
    assertThat(granted.at("/deadline/lastDay").asString()).isEqualTo("2025-06-03");
  }

  @Test
  void the_queue_of_a_moment_is_what_each_application_says_of_it() {
    ReferentielCode code = world.referentielLike("TMS-2004");
    Told late =
        filed(code, "Su plus tard", "2010-03-31")
            .day("2010-06-01")
            .decided(VaeOutcome.GRANTED, "2010-05-28", "2010-06-15");
    Told silent = filed(code, "Silence", "2010-04-15");
    world.settled();
    assertThat(ids(code, "&knownAt=2010-03-31T09:59:59.999999Z")).isEmpty();
    assertThat(ids(code, "&knownAt=2010-03-31T10:00:00Z")).containsExactly(late.id());
    assertThat(ids(code, "&effectiveOn=2010-04-14")).containsExactly(late.id());
    assertThat(ids(code, "&effectiveOn=2010-05-27")).containsExactly(late.id(), silent.id());
    // What was recorded on 15 June says that no silence ran on the tenth.
    assertThat(ids(code, "&state=REFUSED&effectiveOn=2010-06-10&knownAt=2010-06-10"))
        .containsExactly(late.id());
    assertThat(ids(code, "&state=GRANTED&effectiveOn=2010-06-10")).containsExactly(late.id());
    // No clock has announced this one: it follows from the day.
    assertThat(ids(code, "&state=REFUSED&effectiveOn=2010-06-16")).containsExactly(silent.id());
    assertThat(ids(code, "&silenceBefore=2010-06-16&effectiveOn=2010-06-15"))
        .containsExactly(silent.id());
    for (String moment :
        List.of(
            "effectiveOn=2010-05-01",
            "effectiveOn=2010-06-15&knownAt=2010-06-14",
            "effectiveOn=2010-06-16",
            "knownAt=2010-06-15")) {
      JsonNode queue = http.json(QUEUE + "?certification=" + code + "&" + moment);
      assertThat(queue.path("total").asInt()).as(moment).isEqualTo(2);
      for (JsonNode item : queue.path("items")) {
        JsonNode one = http.json(QUEUE + "/" + item.path("id").asString() + "?" + moment);
        for (String field : List.of("version", "candidate", "state", "clock", "deadline")) {
          assertThat(item.path(field)).as(field + " " + moment).isEqualTo(one.path(field));
        }
        assertThat(item.path("bySilence").asBoolean()).isEqualTo(one.has("silence"));
      }
    }
    JsonNode page = http.json(QUEUE + "?limit=1&effectiveOn=2010-05-27&certification=" + code);
    String next = "&effectiveOn=2010-05-27&after=" + page.path("next").asString();
    assertThat(ids(code, next)).containsExactly(silent.id());
    assertThat(
            http.json(QUEUE + "/" + late.id() + "?knownAt=2010-03-31")
                .at("/quota/filedInAll")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void pages_run_through_the_queue() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    for (int number = 0; number < 7; number++) {
      Told told = filed(code, "Numéro " + number, "2024-12-02");
      if (number % 2 == 0) {
        told.complete("2024-12-1" + number / 4);
      }
    }
    world.settled();
    List<String> expected = ids(code, "");
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = http.json(QUEUE + "?limit=2&certification=" + code + next);
      found.addAll(Http.each(page.path("items"), "/id"));
      assertThat(page.path("total").asInt()).isEqualTo(7);
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected).hasSize(7);
    assertThat(http.json(QUEUE + "?certification=NONE").path("total").asInt()).isZero();
  }

  @Test
  void an_application_tells_its_experience_its_clock_and_its_texts() {
    ReferentielCode code = world.referentielLike("TMS-2004");
    Told told = filed(code, "Dossier", "2010-03-31");
    world.settled();
    JsonNode one = http.json(QUEUE + "/" + told.id() + "?effectiveOn=2010-05-30");
    assertThat(one.at("/state").asString()).isEqualTo("FILED");
    assertThat(one.at("/clock/lastDay").asString()).isEqualTo("2010-05-31");
    assertThat(one.at("/clock/daysLeft").asInt()).isEqualTo(1);
    assertThat(one.at("/experience/periods/0/occupation").asString()).isEqualTo("Médiation");
    assertThat(one.at("/experience/counted")).hasSize(2);
    assertThat(one.at("/experience/total").asString()).isEqualTo("P4Y1D");
    assertThat(one.at("/experience/required").asString()).isEqualTo("P3Y");
    assertThat(one.at("/experience/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(one.at("/quota/filedForTitle").asInt()).isEqualTo(1);
    assertThat(Http.each(one.path("workedDates"), "/name"))
        .containsExactly("DELAY_COUNTED_FROM", "SILENCE_LAST_DAY", "SILENCE_EFFECT");
    assertThat(one.at("/facts/0/type").asString()).isEqualTo("vae.ApplicationFiled");
    assertThat(one.at("/facts/0/legalBasis/rule").asString())
        .isEqualTo("VAE-2002/1#vae.experience");

    JsonNode later = http.json(QUEUE + "/" + told.id() + "?effectiveOn=2010-06-01");
    assertThat(later.at("/state").asString()).isEqualTo("REFUSED");
    assertThat(later.at("/silence/effectiveOn").asString()).isEqualTo("2010-06-01");
    assertThat(Http.each(later.path("flags"), ""))
        .containsExactly("DECIDED_BY_SILENCE", "NOT_YET_ANNOUNCED");
    http.get(QUEUE + "/" + told.id() + "?effectiveOn=2010-03-30").problem(404, "UNKNOWN");
  }

  @Test
  void the_livret_shows_it_as_its_own_read_does() {
    CandidateId candidate = world.candidate("Livret");
    Told told = new Told(candidate, world.referentielLike("TMS-2004"), "2010-03-31");
    world.settled();
    String livret = "/api/candidates/" + candidate + "/livret?effectiveOn=2010-06-01";
    assertThat(http.json(livret).at("/vaeApplications/0"))
        .isEqualTo(http.json(QUEUE + "/" + told.id() + "?effectiveOn=2010-06-01"));
    assertThat(http.json(livret + "&knownAt=2013-03-01").path("vaeApplications")).hasSize(1);
  }

  @Test
  void what_was_known_stays_answerable() {
    ReferentielCode code = world.referentielLike("TMS-2004");
    Told told =
        filed(code, "Su plus tard", "2010-03-31")
            .day("2010-06-01")
            .decided(VaeOutcome.GRANTED, "2010-05-28", "2010-06-15");
    world.settled();
    JsonNode then =
        http.json(QUEUE + "/" + told.id() + "?effectiveOn=2010-06-10&knownAt=2010-06-10");
    assertThat(then.at("/state").asString()).isEqualTo("REFUSED");
    JsonNode now = http.json(QUEUE + "/" + told.id() + "?effectiveOn=2010-06-10");
    assertThat(now.at("/state").asString()).isEqualTo("GRANTED");
    assertThat(now.at("/recevabilite/validThrough").asString()).isEqualTo("2011-05-28");
    assertThat(now.at("/decision/reason").asString()).isEqualTo("Vu le dossier");
    assertThat(Http.each(http.json(QUEUE + "/" + told.id()).path("flags"), ""))
        .containsExactly("SILENCE_REVERSED");
    assertThat(ids(code, "&state=GRANTED")).containsExactly(told.id());
  }

  @Test
  void a_late_decision_is_flagged_and_changes_nothing() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    Told told =
        filed(code, "Trop tard", "2024-12-02", "CCP1")
            .complete("2024-12-31")
            .decided(VaeOutcome.REFUSED, "2025-03-10", "2025-03-10");
    world.settled();
    clock.set("2025-03-11");
    JsonNode one = http.json(QUEUE + "/" + told.id());
    assertThat(one.at("/state").asString()).isEqualTo("GRANTED");
    assertThat(one.at("/target").asString()).isEqualTo("CCPS");
    assertThat(one.at("/quota/exempt").asBoolean()).isTrue();
    assertThat(one.at("/lateDecisions/0/decision").asString()).isEqualTo("REFUSED");
    assertThat(Http.each(one.path("flags"), ""))
        .containsExactly("DECIDED_BY_SILENCE", "LATE_DECISION");
    assertThat(http.json(QUEUE + "?certification=" + code).at("/items/0/lateDecision").asBoolean())
        .isTrue();
  }

  @Test
  void an_erased_person_is_named_no_more_and_what_was_done_is_read_no_more() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    CandidateId candidate = world.candidate("Oubliée");
    Told told = new Told(candidate, code, "2024-12-02");
    world.erase(candidate);
    world.settled();
    JsonNode one = http.json(QUEUE + "/" + told.id());
    assertThat(one.at("/candidate/name").asString()).isEqualTo("effacé");
    assertThat(one.at("/experience/periods/0/occupation").asString()).isEqualTo("effacé");
    assertThat(one.at("/experience/total").asString()).isEqualTo("P4Y1D");
  }

  @Test
  void what_is_asked_wrongly_is_named() {
    JsonNode problem =
        http.get(QUEUE + "?state=X&silenceBefore=soon&order=Y&colour=blue")
            .problem(400, "MALFORMED");
    assertThat(Http.each(problem.path("errors"), "/field"))
        .containsExactlyInAnyOrder("colour", "state", "silenceBefore", "order");
    http.get(QUEUE + "/" + UUID.randomUUID()).problem(404, "UNKNOWN");
    http.get(QUEUE + "/nobody").problem(404, "UNKNOWN");
    assertThat(Set.of(200)).contains(http.get(QUEUE).status());
  }

  @Test
  void every_worked_date_is_proved() {
    Told granted =
        new Told(world.candidate("Petit", "Zoé"), world.referentielLike("AMIS-2023"), "2024-12-02")
            .complete("2024-12-31");
    for (String day : List.of("2025-02-28", "2025-03-01", "2025-09-01", "2025-09-02")) {
      String of = QUEUE + "/" + granted.id() + "%s?effectiveOn=" + day;
      Set<String> worked = new TreeSet<>();
      http.json(of.formatted(""), "X-After-Version", "2")
          .path("workedDates")
          .forEach(date ->
              worked.add(
                  date.path("name").asString().replaceFirst("^LAPSED", "RECEVABILITE_LAPSED")
                      + " "
                      + date.path("day").asString()));
      Set<String> proved = new TreeSet<>();
      JsonNode proofs = http.json(of.formatted("/proofs")).path("proofs");
      proofs.forEach(
          proof -> proved.add(proof.path("claim").asString() + " " + proof.path("day").asString()));
      assertThat(proved).as(day).contains("FILED_ON 2024-12-02").containsAll(worked);
      assertThat(proved).as(day).hasSize(worked.size() + 1);
      assertThat(proofs.toString()).contains("2024-12-31 + P2M = 2025-02-28");
    }
  }
}
