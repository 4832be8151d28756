package fr.livret.command.alert;

import fr.livret.http.Input;
import fr.livret.kernel.alert.AlertCommand.AcknowledgeAlert;
import fr.livret.kernel.alert.AlertId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What requests about alerts carry. */
final class AlertRequests {
  private AlertRequests() {}

  @Schema(
      example =
          """
          {"note": "Session du CCP3 prévue en février"}\
          """)
  record Acknowledgement(@Nullable String note) {

    AcknowledgeAlert command(AlertId alert, LocalDate today) {
      Input in = Input.check();
      if (note != null) {
        in.prose("note", note, 2_000);
      }
      in.orThrow();
      return new AcknowledgeAlert(alert, note, today);
    }
  }
}
