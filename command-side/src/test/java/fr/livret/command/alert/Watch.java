package fr.livret.command.alert;

import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.Node;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Horizons;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches the alerts of a node: lets a test say when deadlines are looked at, and what came. */
record Watch(Node node) {

  /** One sweep, here and now. */
  void sweep() {
    node.bean(WhenDeadlineNearsThenAlert.class).sweep();
  }

  /** One sweep, once the agenda has every fact. */
  void look() {
    settled();
    sweep();
  }

  /** Waits until the agenda and the outbox have every fact that concerns them. */
  void settled() {
    List<String> told =
        List.of("alert.AlertRaised", "alert.AlertCancelled", "alert.AlertDeliveryResumed");
    List<String> noted = new ArrayList<>(told);
    noted.addAll(
        List.of(
            "path.PathOpened",
            "path.WindowOpened",
            "path.WindowMoved",
            "path.WindowFulfilled",
            "path.WindowClosed",
            "vae.ApplicationFiled",
            "vae.RecevabiliteGranted",
            "vae.SilenceTookEffect",
            "vae.RecevabiliteRefused",
            "vae.SilenceReversed",
            "vae.LateDecisionRecorded",
            "vae.RecevabiliteUsed",
            "vae.RecevabiliteLapsed",
            "candidate.CertificateRecorded",
            "candidate.CandidateErased"));
    settled(WhenAlertIsRaisedThenQueue.GROUP, told);
    settled(AlertAgenda.GROUP, noted);
  }

  /** A processor writes its token with what it handles; of what passes by it writes it later. */
  private void settled(String group, List<String> handled) {
    long last =
        jdbc()
            .sql(
                """
                select coalesce(max(position), -1) from event_store.event_log
                where payload_type in (:handled)
                """)
            .param("handled", handled)
            .query(Long.class)
            .single();
    Sweep.eventually().until(() -> reached(group) >= last);
  }

  /** The token of a replay has the place it has come to within. */
  private long reached(String group) {
    return jdbc()
        .sql(
            """
            select coalesce(max((coalesce(
              token ->> 'globalIndex', token -> 'currentToken' ->> 'globalIndex'))::bigint), -1)
            from (
              select convert_from(token, 'UTF8')::jsonb as token from token_entry
              where processor_name = :group
            ) tokens
            """)
        .param("group", group)
        .query(Long.class)
        .single();
  }

  JdbcClient jdbc() {
    return node.bean(JdbcClient.class);
  }

  /** The horizons at which that window's last day was announced, the longest first. */
  List<Integer> horizons(String path, String lastDay) {
    return horizons(window(path, lastDay));
  }

  /** The horizons at which the deadline was announced, the longest first. */
  List<Integer> horizons(Deadline deadline) {
    List<Integer> raised = new ArrayList<>();
    for (int horizon : Horizons.USUAL.months()) {
      if (!of(deadline, horizon).isEmpty()) {
        raised.add(horizon);
      }
    }
    return raised;
  }

  /** The facts of one alert. */
  List<Fact> of(Deadline deadline, int horizon) {
    return node.ledger().of(AlertId.of(deadline, horizon).toString());
  }

  /** The kinds of the facts of one alert. */
  List<String> kinds(Deadline deadline, int horizon) {
    return node.ledger().kinds(AlertId.of(deadline, horizon).toString());
  }

  static Deadline window(String path, String lastDay) {
    return deadline(Subject.WINDOW, path, "any", lastDay);
  }

  static Deadline sst(String candidate, String lastDay) {
    return deadline(Subject.CERTIFICATE, candidate, "SST", lastDay);
  }

  static Deadline recevabilite(String application, String lastDay) {
    return deadline(Subject.RECEVABILITE, application, "any", lastDay);
  }

  private static Deadline deadline(Subject subject, String id, String name, String lastDay) {
    UUID uuid = UUID.fromString(id);
    return new Deadline(
        subject, uuid, name, new CandidateId(uuid), LocalDate.parse(lastDay), "any");
  }
}
