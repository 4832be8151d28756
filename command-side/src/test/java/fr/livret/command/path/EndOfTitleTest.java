package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Crash;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A title that is closed or prorogued, and every path to it. */
@ExtendWith(SharedNode.class)
class EndOfTitleTest {
  private final Node node;
  private final Ledger ledger;
  private final Story story;

  EndOfTitleTest(Node node) {
    this.node = node;
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private void awaitFact(String path, String type) {
    Sweep.eventually().until(() -> !ledger.of(path, type).isEmpty());
  }

  /** W10, on a title with the days and the regime of AMIS-2023. */
  @Test
  void a_prorogation_after_the_apparent_end_opens_the_window_again() {
    String validity = "{\"from\": \"2023-07-17\", \"to\": \"2028-07-02\"}";
    String title = story.title("TP-2016", 3, validity);
    MovableClock.on("2025-02-03");
    String path = story.path(title, "CAPITALISATION", "2025-01-06");
    story.ccp(path, "CCP1", "2025-02-03").done();
    Fact opened = ledger.of(path).getLast();
    assertThat(opened.text("/window/lastDay")).isEqualTo("2028-07-02");
    assertThat(opened.text("/window/governedBy")).isEqualTo("TITLE_VALIDITY");

    MovableClock.on("2028-06-01");
    story.close(title, "2028-06-01").done();
    awaitFact(path, "path.TitleClosureNoted");
    Fact closed = ledger.of(path).getLast();
    assertThat(closed.type()).isEqualTo("path.WindowMoved");
    assertThat(closed.text("/to/lastDay")).isEqualTo("2029-07-02");
    assertThat(closed.text("/to/governedBy")).isEqualTo("TITLE_CLOSURE");
    assertThat(closed.text("/cause/kind")).isEqualTo("TITLE_CLOSED");

    Sweep.awaitDue(node, path, "2029-07-03");
    MovableClock.on("2029-07-02");
    Sweep.on(node);
    assertThat(ledger.of(path, "path.CcpLapsed")).isEmpty();
    MovableClock.on("2029-07-03");
    Sweep.on(node);
    assertThat(ledger.kinds(path)).endsWith("CcpLapsed", "WindowClosed");

    MovableClock.on("2029-09-03");
    story.prorogue(title, "2029-09-03", "2033-07-02").done();
    awaitFact(path, "path.TitleProrogationNoted");
    assertThat(ledger.kinds(path))
        .endsWith("TitleProrogationNoted", "LapseReversed", "WindowOpened");
    Fact reversed = ledger.of(path, "path.LapseReversed").getFirst();
    assertThat(reversed.text("/cause/kind")).isEqualTo("TITLE_PROROGUED");
    assertThat(reversed.text("/cause/on")).isEqualTo("2029-09-03");
    Fact again = ledger.of(path).getLast();
    assertThat(again.text("/window/anchor")).isEqualTo("2025-02-03");
    assertThat(again.text("/window/lastDay")).isEqualTo("2030-02-03");
    assertThat(again.text("/window/governedBy")).isEqualTo("FIVE_YEARS");
    story.ccp(path, "CCP2", "2029-09-03").done();

    Sweep.awaitDue(node, path, "2030-02-04");
    MovableClock.on("2030-02-04");
    Sweep.on(node);
    assertThat(ledger.of(path, "path.CcpLapsed")).hasSize(2);
  }

  @Test
  void a_closure_reaches_every_path_even_one_that_opens_meanwhile() {
    String title = story.title("TP-2006", 3);
    String candidate = story.candidate();
    List<String> paths =
        AtOnce.ask(
            16,
            i -> {
              if (i == 7) {
                story.close(title, "2026-10-01").done();
              }
              return story
                  .open(candidate, title, "CAPITALISATION", "2014-01-06")
                  .created("/api/paths")
                  .id();
            });
    Sweep.eventually()
        .untilAsserted(() ->
            assertThat(paths)
                .allSatisfy(path ->
                    assertThat(ledger.kinds(path))
                        .containsExactly("PathOpened", "TitleClosureNoted")));
    String later =
        story.open(candidate, title, "CAPITALISATION", "2026-10-01").created("/api/paths").id();
    assertThat(ledger.kinds(later)).containsExactly("PathOpened", "TitleClosureNoted");
    story.open(candidate, title, "CAPITALISATION", "2026-10-02").problem(409, "OUTSIDE_VALIDITY");
    assertThat(paths).allSatisfy(path -> assertThat(ledger.of(path)).hasSize(2));
  }

  /** Its request read the référentiel just before the closure, and stored its fact just after. */
  @Test
  void a_path_that_opened_unaware_of_a_closure_is_told() {
    String title = story.title("TP-2006", 3);
    String candidate = story.candidate();
    story.close(title, "2026-10-01").done();
    PathId path = new PathId(UUID.randomUUID());
    OpenPath unaware =
        new OpenPath(
            path,
            CandidateId.of(candidate),
            new ReferentielCode(title),
            1,
            Route.CAPITALISATION,
            Access.CONTINUING_EDUCATION,
            LocalDate.of(2025, 1, 6),
            null,
            List.of(),
            MovableClock.TODAY);
    node.bean(Commands.class).send(unaware, Origin.automation("test"));
    assertThat(ledger.kinds(path.toString())).startsWith("PathOpened");
    awaitFact(path.toString(), "path.TitleClosureNoted");
    assertThat(ledger.kinds(path.toString())).containsExactly("PathOpened", "TitleClosureNoted");
  }

  @Test
  void telling_that_was_cut_short_goes_on_where_it_stopped() {
    String title = story.title("TP-2006", 3);
    String candidate = story.candidate();
    List<String> paths =
        IntStream.range(0, 8)
            .mapToObj(_ -> story.open(candidate, title, "TRAINING", "2014-01-06").id())
            .toList();
    AtomicInteger told = new AtomicInteger();
    AtomicBoolean crashed = new AtomicBoolean();
    Registration crash =
        node.bean(CommandBus.class)
            .registerDispatchInterceptor(_ ->
                (_, command) -> {
                  if (command.getPayload() instanceof NoteValidityChange
                      && told.incrementAndGet() > 3) {
                    crashed.set(true);
                    throw new Crash();
                  }
                  return command;
                });
    try {
      story.close(title, "2026-10-01").done();
      Sweep.eventually().untilTrue(crashed);
      assertThat(notedBy(paths)).isEqualTo(3);
    } finally {
      crash.cancel();
    }
    Sweep.eventually().until(() -> notedBy(paths) == paths.size());
    assertThat(paths)
        .allSatisfy(path ->
            assertThat(ledger.kinds(path)).containsExactly("PathOpened", "TitleClosureNoted"));
  }

  private long notedBy(List<String> paths) {
    return paths.stream().mapToLong(path -> ledger.of(path, "path.TitleClosureNoted").size()).sum();
  }

  @Test
  void a_path_that_ended_with_its_title_is_told_and_keeps_it() {
    String title = story.title("TP-2006", 1);
    String path = story.path(title, "CAPITALISATION", "2014-01-06");
    story.ccp(path, "CCP1", "2014-03-10").done();
    story.title(path, "2014-06-15").done();
    story.close(title, "2026-10-01").done();
    awaitFact(path, "path.TitleClosureNoted");
    assertThat(ledger.kinds(path)).endsWith("TitleAwarded", "TitleClosureNoted");
  }
}
