package fr.livret.command.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.alert.Delivery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of deliveries; {@code next} goes into {@code after} and is null on the last page. */
@Schema(name = "AlertDeliveries")
record DeliveryAnswers(List<Shown> items, @Nullable String next, long total) {

  /**
   * One delivery.
   *
   * @param occasion of the alert: 1 when it was first raised
   * @param configured whether the channel still is; news for one that is not waits
   * @param attempts so far
   * @param nextAttempt while it is pending
   * @param lastError why the last attempt failed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AlertDelivery")
  record Shown(
      UUID id,
      UUID alertId,
      Delivery.News news,
      int occasion,
      @Schema(example = "mail") String channel,
      boolean configured,
      Delivery.State state,
      @Schema(example = "3") int attempts,
      @Nullable Instant nextAttempt,
      @Schema(example = "answered 503") @Nullable String lastError,
      Instant queuedAt,
      Instant changedAt) {
    static Shown of(Outbox.Item item, Set<String> configured) {
      return new Shown(
          item.id(),
          item.alert().value(),
          item.delivery().news(),
          item.delivery().occasion(),
          item.delivery().channel(),
          configured.contains(item.delivery().channel()),
          item.state(),
          item.attempts(),
          item.state() == Delivery.State.PENDING ? item.nextAttempt() : null,
          item.lastError(),
          item.queuedAt(),
          item.changedAt());
    }
  }
}
