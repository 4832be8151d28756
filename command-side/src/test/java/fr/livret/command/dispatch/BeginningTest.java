package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What begins under an id drawn for it is decided without reading, and yet on what is stored. */
@ExtendWith(SharedNode.class)
class BeginningTest {
  private final Node node;
  private final Ledger ledger;
  private final Story story;
  private final String requestId = "r-" + UUID.randomUUID();
  private final PathId path = new PathId(UUID.randomUUID());

  BeginningTest(Node node) {
    this.node = node;
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private Receipt open(LocalDate openedOn) {
    CandidateId candidate = CandidateId.of(story.candidate());
    OpenPath command =
        new OpenPath(
            path,
            candidate,
            new ReferentielCode("AMIS-2013"),
            1,
            Route.TRAINING,
            Access.CONTINUING_EDUCATION,
            openedOn,
            null,
            List.of(),
            MovableClock.TODAY);
    Origin origin = new Origin("agent:b.martin", requestId, null, null);
    return node.bean(Commands.class).send(command, origin.onNewId());
  }

  @Test
  void its_first_fact_is_the_first_of_its_stream() {
    Receipt receipt = open(LocalDate.of(2014, 1, 6));
    assertThat(receipt.recorded()).isTrue();
    assertThat(receipt.version()).isEqualTo(1);
    assertThat(ledger.kinds(path.toString())).containsExactly("PathOpened");
  }

  @Test
  void an_id_that_is_taken_after_all_is_refused_on_what_is_stored() {
    open(LocalDate.of(2014, 1, 6));
    node.bean(AggregateCaches.Remembered.class).forget(path.toString());
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> open(LocalDate.of(2014, 1, 7)));
    assertThat(refusal.code()).isEqualTo(Refused.ALREADY_RECORDED);
    assertThat(ledger.kinds(path.toString())).containsExactly("PathOpened");
    assertThat(ledger.ofRequest(requestId))
        .extracting(Fact::type)
        .containsExactly("path.PathOpened", "audit.CommandRefused");
  }

  @Test
  void what_is_refused_is_refused_once() {
    LocalDate tomorrow = MovableClock.TODAY.plusDays(1);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> open(tomorrow));
    assertThat(refusal.facts()).containsEntry("field", "openedOn");
    assertThat(ledger.ofRequest(requestId))
        .extracting(Fact::type)
        .containsExactly("audit.CommandRefused");
  }
}
