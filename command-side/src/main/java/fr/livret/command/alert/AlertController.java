package fr.livret.command.alert;

import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.command.dispatch.Receipt;
import fr.livret.command.dispatch.Unknown;
import fr.livret.http.CommandContext;
import fr.livret.http.Problem;
import fr.livret.http.WriteAnswer;
import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.alert.AlertCommand.ResumeDelivery;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Delivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/alerts")
@Tag(name = "Alerts")
class AlertController {
  private final Commands commands;
  private final Outbox outbox;
  private final Courier courier;
  private final Channels channels;
  private final Clock clock;

  AlertController(
      Commands commands, Outbox outbox, Courier courier, Channels channels, Clock clock) {
    this.commands = commands;
    this.outbox = outbox;
    this.courier = courier;
    this.channels = channels;
    this.clock = clock;
  }

  @PostMapping("/{id}/acknowledgement")
  @Operation(summary = "Says that the actor has taken notice of an alert")
  ResponseEntity<WriteAnswer> acknowledge(
      @PathVariable String id,
      @RequestBody AlertRequests.Acknowledgement body,
      CommandContext context) {
    AlertId alert = new AlertId(Unknown.unlessId(id));
    return send(body.command(alert, LocalDate.now(clock)), context);
  }

  @GetMapping("/deliveries")
  @Operation(
      operationId = "alertDeliveries",
      summary = "The news of alerts on its way to each channel, in the order of queueing")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Delivery.State.class))
  @Parameter(name = "channel", in = ParameterIn.QUERY, example = "mail")
  @Parameter(name = "alertId", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter is wrong",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  DeliveryAnswers deliveries(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, @Nullable String> given) {
    return DeliverySearch.of(given).page(outbox, channels.names());
  }

  @PostMapping("/deliveries/{id}/retry")
  @Operation(summary = "Has news that was given up tried anew; answers the alert it is about")
  ResponseEntity<WriteAnswer> retry(@PathVariable String id, CommandContext context) {
    Outbox.Item item = outbox.find(Unknown.unlessId(id)).orElseThrow(() -> Unknown.id(id));
    // The list may know that it was given up a moment before the alert's history does.
    courier.note(item);
    return send(new ResumeDelivery(item.alert(), item.delivery(), LocalDate.now(clock)), context);
  }

  private ResponseEntity<WriteAnswer> send(AlertCommand command, CommandContext context) {
    Receipt receipt = commands.send(command, Origin.of(context));
    return WriteAnswer.done(receipt.id(), receipt.version());
  }
}
