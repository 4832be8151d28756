package fr.livret.form.event;

import fr.livret.kernel.alert.AlertCause;
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
import fr.livret.kernel.path.PathId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One of each event of an alert, as {@link SampleEvents} has those of the others. */
final class SampleAlerts {
  private static final AlertId ALERT = AlertId.of("4f6c0f0e-6f4e-3d2b-9a8e-2b1f3c5d7e90");
  private static final PathId PATH = PathId.of("6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11");
  private static final CandidateId CANDIDATE =
      CandidateId.of("0e3a5b52-2c52-4a43-8f43-7d1f2f4b6a77");
  private static final String RULE = "TP-2006/1#window.length";

  private SampleAlerts() {}

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static List<Record> full() {
    return List.of(
        new AlertRaised(
            ALERT,
            new Deadline(
                Subject.WINDOW, PATH.value(), "AMIS-2013", CANDIDATE, day("2019-03-10"), RULE),
            3,
            2,
            Set.of("mail", "https://registre.example.org/alertes"),
            day("2018-12-10")),
        new AlertAcknowledged(ALERT, day("2018-12-12"), "Session du CCP3 prévue en février"),
        new AlertCancelled(
            ALERT,
            new AlertCause(AlertCause.Kind.WINDOW_MOVED, day("2019-01-07"), day("2021-05-02")),
            Set.of("mail"),
            day("2019-01-08")),
        new AlertDelivered(ALERT, news(News.RAISED), day("2018-12-10")),
        new AlertDeliveryAbandoned(
            ALERT, news(News.CANCELLED), 16, "answered 503", day("2019-01-10")),
        new AlertDeliveryResumed(ALERT, news(News.CANCELLED), day("2019-01-11")));
  }

  static List<Record> sparse() {
    return List.of(
        new AlertAcknowledged(ALERT, day("2018-12-12"), null),
        new AlertCancelled(
            ALERT,
            new AlertCause(AlertCause.Kind.TITLE_AWARDED, day("2019-01-07"), null),
            Set.of(),
            day("2019-01-08")),
        SampleTrainings.framed(),
        SampleTrainings.alone(CANDIDATE));
  }

  private static Delivery news(News news) {
    return new Delivery(news, 2, "mail");
  }
}
