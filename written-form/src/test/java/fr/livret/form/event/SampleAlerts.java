package fr.livret.form.event;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertCause.Kind;
import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The events of an alert. */
final class SampleAlerts {
  private static final AlertId ALERT = AlertId.of("4f6c0f0e-6f4e-3d2b-9a8e-2b1f3c5d7e90");
  private static final Deadline WINDOW =
      new Deadline(
          Subject.WINDOW,
          UUID.fromString("6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11"),
          "AMIS-2013",
          CandidateId.of("0e3a5b52-2c52-4a43-8f43-7d1f2f4b6a77"),
          day("2019-03-10"),
          "TP-2006/1#window.length");

  private SampleAlerts() {}

  static List<Record> full() {
    return List.of(raised(), acknowledged(), cancelled(), delivered(), abandoned(), resumed());
  }

  static List<Record> sparse() {
    return List.of(acknowledgedWithoutANote(), cancelledWithoutAnotherDay());
  }

  private static AlertRaised raised() {
    Set<String> channels = Set.of("mail", "https://registre.example.org/alertes");
    return new AlertRaised(ALERT, WINDOW, 3, 2, channels, day("2018-12-10"));
  }

  private static AlertAcknowledged acknowledged() {
    return new AlertAcknowledged(ALERT, day("2018-12-12"), "Session du CCP3 prévue en février");
  }

  private static AlertAcknowledged acknowledgedWithoutANote() {
    return new AlertAcknowledged(ALERT, day("2018-12-12"), null);
  }

  private static AlertCancelled cancelled() {
    AlertCause cause = new AlertCause(Kind.WINDOW_MOVED, day("2019-01-07"), day("2021-05-02"));
    return new AlertCancelled(ALERT, cause, Set.of("mail"), day("2019-01-08"));
  }

  private static AlertCancelled cancelledWithoutAnotherDay() {
    AlertCause cause = new AlertCause(Kind.TITLE_AWARDED, day("2019-01-07"), null);
    return new AlertCancelled(ALERT, cause, Set.of(), day("2019-01-08"));
  }

  private static AlertDelivered delivered() {
    return new AlertDelivered(ALERT, news(News.RAISED), day("2018-12-10"));
  }

  private static AlertDeliveryAbandoned abandoned() {
    return new AlertDeliveryAbandoned(
        ALERT, news(News.CANCELLED), 16, "answered 503", day("2019-01-10"));
  }

  private static AlertDeliveryResumed resumed() {
    return new AlertDeliveryResumed(ALERT, news(News.CANCELLED), day("2019-01-11"));
  }

  private static Delivery news(News news) {
    return new Delivery(news, 2, "mail");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
