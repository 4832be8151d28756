package fr.livret.command.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.law.LegalBasis;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * News of an alert as it is told: of the candidate it holds the reference and no more.
 *
 * @param delivery the same at each attempt
 * @param event {@code alert.raised} or {@code alert.cancelled}
 * @param occasion 1; one more each time it was raised again after it was cancelled
 * @param pathId where a window ends
 * @param vaeApplicationId where a recevabilité ends
 * @param certification the title it is about, where it is about one
 * @param certificate the kind of the certificate that ends
 * @param lastDay the last day, included
 * @param horizonMonths how long before it the alert is raised
 * @param rule the full name of the rule that sets the last day
 * @param legalBasis the text behind it, where it is known
 * @param cancelledOn of a cancellation
 * @param cause of a cancellation
 */
record AlertMessage(
    UUID delivery,
    String event,
    UUID alertId,
    int occasion,
    Subject subject,
    @Nullable UUID pathId,
    @Nullable UUID vaeApplicationId,
    UUID candidateId,
    @Nullable String certification,
    @Nullable String certificate,
    LocalDate lastDay,
    int horizonMonths,
    LocalDate raisedOn,
    String rule,
    @Nullable Basis legalBasis,
    @Nullable LocalDate cancelledOn,
    @Nullable AlertCause cause) {
  private static final String RAISED = "alert.raised";
  private static final String CANCELLED = "alert.cancelled";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** The text behind a rule. */
  record Basis(String citation, String source, String mark) {
    static Basis of(LegalBasis basis) {
      return new Basis(basis.citation(), basis.source(), basis.mark().sign());
    }
  }

  static AlertMessage of(AlertRaised raised, String channel, @Nullable Basis basis) {
    Deadline deadline = raised.deadline();
    boolean certificate = deadline.subject() == Subject.CERTIFICATE;
    return new AlertMessage(
        new Delivery(News.RAISED, raised.occasion(), channel).idOf(raised.alert()),
        RAISED,
        raised.alert().value(),
        raised.occasion(),
        deadline.subject(),
        deadline.subject() == Subject.WINDOW ? deadline.id() : null,
        deadline.subject() == Subject.RECEVABILITE ? deadline.id() : null,
        deadline.candidate().value(),
        certificate ? null : deadline.name(),
        certificate ? deadline.name() : null,
        deadline.lastDay(),
        raised.horizon(),
        raised.raisedOn(),
        deadline.rule(),
        basis,
        null,
        null);
  }

  /** That what this message told no longer holds. */
  AlertMessage cancelled(AlertCancelled event, String channel) {
    return new AlertMessage(
        new Delivery(News.CANCELLED, occasion, channel).idOf(event.alert()),
        CANCELLED,
        alertId,
        occasion,
        subject,
        pathId,
        vaeApplicationId,
        candidateId,
        certification,
        certificate,
        lastDay,
        horizonMonths,
        raisedOn,
        rule,
        legalBasis,
        event.cancelledOn(),
        event.cause());
  }

  static AlertMessage read(String json) {
    return JSON.readValue(json, AlertMessage.class);
  }

  String written() {
    return JSON.writeValueAsString(this);
  }
}
