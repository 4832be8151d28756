package fr.livret.query.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Subject;
import fr.livret.query.alert.AlertRow.Acknowledgement;
import fr.livret.query.alert.AlertRow.Told;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Basis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as answered.
 *
 * @param version of the alert's stream, for If-Match
 * @param pathId where a window ends
 * @param vaeApplicationId where a recevabilité ends
 * @param certification the title it is about, where it is about one
 * @param certificate the kind of the certificate that ends
 * @param lastDay the last day, included
 * @param daysLeft 0 on the last day, negative after it
 * @param horizonMonths how long before the last day it is raised
 * @param occasion 1; one more each time it was raised again after it was cancelled
 * @param rule the rule that sets the last day
 * @param legalBasis the text behind the rule
 * @param delivery how far the latest news of it has come; NONE where nobody is to be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert")
record AlertAnswer(
    UUID id,
    @Schema(example = "1") long version,
    AlertStatus state,
    Subject subject,
    @Nullable UUID pathId,
    @Nullable UUID vaeApplicationId,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2013") @Nullable String certification,
    @Schema(example = "SST") @Nullable String certificate,
    @Schema(example = "2019-03-10") LocalDate lastDay,
    @Schema(example = "90") long daysLeft,
    @Schema(example = "3") int horizonMonths,
    int occasion,
    @Schema(example = "2018-12-10") LocalDate raisedOn,
    @Schema(example = "TP-2006/1#window.length") String rule,
    @Nullable Basis legalBasis,
    @Nullable Acknowledgement acknowledgement,
    @Nullable CancellationShown cancellation,
    DeliveryState delivery,
    List<DeliveryShown> deliveries) {

  /** How far the latest news has come, all channels together. */
  enum DeliveryState {
    NONE,
    PENDING,
    DELIVERED,
    DEAD,
    WITHDRAWN
  }

  /** Why it no longer holds. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AlertCancellation")
  record CancellationShown(
      LocalDate on, AlertCause.Kind cause, LocalDate causeOn, @Nullable LocalDate movedTo) {}

  /** How far one piece of news has come. */
  @Schema(name = "AlertNews")
  record DeliveryShown(
      UUID id, Delivery.News news, int occasion, String channel, Delivery.State state) {}

  static AlertAnswer of(
      AlertRow row, CandidateName candidate, @Nullable Basis basis, LocalDate today) {
    Deadline deadline = row.deadline();
    boolean certificate = deadline.subject() == Subject.CERTIFICATE;
    AlertRow.Cancellation why = row.cancellation();
    return new AlertAnswer(
        row.id().value(),
        row.version(),
        row.state(),
        deadline.subject(),
        deadline.subject() == Subject.WINDOW ? deadline.id() : null,
        deadline.subject() == Subject.RECEVABILITE ? deadline.id() : null,
        deadline.candidate().value(),
        candidate,
        certificate ? null : deadline.name(),
        certificate ? deadline.name() : null,
        deadline.lastDay(),
        ChronoUnit.DAYS.between(today, deadline.lastDay()),
        row.horizon(),
        row.occasion(),
        row.raisedOn(),
        deadline.rule(),
        basis,
        row.acknowledgement(),
        why == null
            ? null
            : new CancellationShown(
                why.on(), why.cause().kind(), why.cause().on(), why.cause().movedTo()),
        state(row),
        row.told().stream().map(told -> shown(row, told)).toList());
  }

  private static DeliveryShown shown(AlertRow row, Told told) {
    return new DeliveryShown(
        told.delivery().idOf(row.id()), told.news(), told.occasion(), told.channel(), told.state());
  }

  /** The worst comes first: what was given up needs somebody, what is on its way needs time. */
  private static DeliveryState state(AlertRow row) {
    List<Told> told = row.told();
    if (told.isEmpty()) {
      return DeliveryState.NONE;
    }
    Told last = told.getLast();
    List<Delivery.State> latest =
        told.stream()
            .filter(one -> one.news() == last.news() && one.occasion() == last.occasion())
            .map(Told::state)
            .toList();
    for (Delivery.State worst : List.of(Delivery.State.DEAD, Delivery.State.PENDING)) {
      if (latest.contains(worst)) {
        return DeliveryState.valueOf(worst.name());
      }
    }
    return latest.contains(Delivery.State.DELIVERED)
        ? DeliveryState.DELIVERED
        : DeliveryState.WITHDRAWN;
  }
}
