package fr.livret.command.alert;

import fr.livret.command.dispatch.Gathered;
import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.Cause;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What ends when, and which alerts stand. Folded from the events, its rows in the token's
 * transaction; it sends nothing itself, so that it may be rebuilt. Whatever changes is to be looked
 * at at once.
 */
@Component
@ProcessingGroup(AlertAgenda.GROUP)
class AlertAgenda {
  static final String GROUP = "alert-agenda";

  private final JdbcClient jdbc;
  private final RuleTexts texts;
  private final Deadlines deadlines;
  private final Gathered<Batch> batch = new Gathered<>(GROUP, Batch::new, this::write);

  AlertAgenda(JdbcClient jdbc, RuleTexts texts, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.deadlines = deadlines;
  }

  /** What the events of a batch come to: of a window that has moved twice the last day counts. */
  private static final class Batch {
    final List<PathOpened> opened = new ArrayList<>();
    final Map<PathId, Change> windows = new LinkedHashMap<>();
  }

  /** What a window has become. */
  private record Change(@Nullable LocalDate lastDay, @Nullable String rule, AlertCause cause) {}

  @EventHandler
  void on(PathOpened event) {
    batch.now().opened.add(event);
  }

  /**
   * The same path under another title; what follows for its window is told by events of its own.
   */
  @EventHandler
  void on(PathTransferred event) {
    batch.write();
    jdbc.sql("update alert_deadline set name = :name where subject = 'WINDOW' and id = :id")
        .param("name", event.to().value())
        .param("id", event.path().value())
        .update();
  }

  @EventHandler
  void on(WindowOpened event) {
    window(event.path(), event.window().lastDay(), event.rule(), moved(event.cause()));
  }

  @EventHandler
  void on(WindowMoved event) {
    window(event.path(), event.to().lastDay(), event.rule(), moved(event.cause()));
  }

  @EventHandler
  void on(WindowFulfilled event) {
    AlertCause.Kind kind =
        event.cause().kind() == Cause.Kind.TITLE_AWARDED
            ? AlertCause.Kind.TITLE_AWARDED
            : AlertCause.Kind.WINDOW_FULFILLED;
    window(event.path(), null, null, new AlertCause(kind, event.fulfilledOn(), null));
  }

  @EventHandler
  void on(WindowClosed event) {
    AlertCause.Kind kind =
        event.cause().kind() == Cause.Kind.DAY_PASSED
            ? AlertCause.Kind.DEADLINE_PASSED
            : AlertCause.Kind.WINDOW_CLOSED;
    window(event.path(), null, null, new AlertCause(kind, event.cause().on(), null));
  }

  /** Of the certificates of a kind the one that ends last counts, in whatever order they come. */
  @EventHandler
  void on(CertificateRecorded event) {
    UUID holder = event.candidate().value();
    know(Subject.CERTIFICATE, holder, event.kind(), event.kind(), event.candidate());
    jdbc.sql(
            """
            update alert_deadline
            set last_day = :lastDay, rule = :rule, cause = 'CERTIFICATE_RENEWED',
                cause_on = :causeOn, look_on = date '0001-01-01', changes = changes + 1
            where subject = 'CERTIFICATE' and id = :id and kind = :kind and not erased
              and (last_day is null or last_day < :lastDay)
            """)
        .param("lastDay", event.validThrough())
        .param("rule", texts.ofCertificates())
        .param("causeOn", event.obtainedOn())
        .param("id", holder)
        .param("kind", event.kind())
        .update();
  }

  /**
   * By when a recevabilité must be used, derived from all facts there are now: an earlier day can
   * only be outdated. Where a later fact has left no such day already, it still says why.
   */
  @EventHandler
  void on(VaeEvent event) {
    if (event instanceof ApplicationFiled filed) {
      know(
          Subject.RECEVABILITE,
          filed.application().value(),
          "",
          filed.certification().value(),
          filed.candidate());
    }
    Optional<Deadlines.End> end = deadlines.recevabilite(event.application());
    AlertCause.Kind cause = cause(event);
    jdbc.sql(
            """
            update alert_deadline
            set last_day = :lastDay, rule = :rule, cause = :cause, cause_on = :causeOn,
                look_on = date '0001-01-01', changes = changes + 1
            where subject = 'RECEVABILITE' and id = :id and kind = '' and not erased
              and (last_day is distinct from :lastDay
                or (last_day is null and :ends and cause is distinct from :cause))
            """)
        .param("lastDay", end.map(Deadlines.End::lastDay).orElse(null), Types.DATE)
        .param("rule", end.map(Deadlines.End::rule).orElse(null))
        .param("cause", cause.name())
        .param("causeOn", event.effectiveOn())
        .param("ends", cause != AlertCause.Kind.RECEVABILITE_CHANGED)
        .param("id", event.application().value())
        .update();
  }

  /** Of an erased person nothing more is announced; what happens to the path still happens. */
  @EventHandler
  void on(CandidateErased event) {
    batch.write();
    jdbc.sql(
            """
            update alert_deadline
            set erased = true, last_day = null, rule = null, cause = 'CANDIDATE_ERASED',
                cause_on = :causeOn, look_on = date '0001-01-01', changes = changes + 1
            where candidate = :candidate
            """)
        .param("causeOn", event.requestedOn())
        .param("candidate", event.candidate().value())
        .update();
  }

  /** An alert that was overtaken while it was raised is looked at, and cancelled. */
  @EventHandler
  void on(AlertRaised event) {
    batch.write();
    Deadline deadline = event.deadline();
    jdbc.sql(
            """
            with raised as (
              insert into alert_standing (alert, subject, id, kind, last_day)
              values (:alert, :subject, :id, :kind, :lastDay)
              on conflict do nothing)
            update alert_deadline
            set look_on = date '0001-01-01', changes = changes + 1
            where subject = :subject and id = :id and kind = :kind
              and last_day is distinct from :lastDay
            """)
        .param("alert", event.alert().value())
        .param("subject", deadline.subject().name())
        .param("id", deadline.id())
        .param("kind", Looks.kind(deadline))
        .param("lastDay", deadline.lastDay())
        .update();
  }

  @EventHandler
  void on(AlertCancelled event) {
    jdbc.sql("delete from alert_standing where alert = :alert")
        .param("alert", event.alert().value())
        .update();
  }

  @ResetHandler
  void reset() {
    jdbc.sql("truncate alert_deadline, alert_standing").update();
  }

  private void know(Subject subject, UUID id, String kind, String name, CandidateId candidate) {
    jdbc.sql(
            """
            insert into alert_deadline (subject, id, kind, name, candidate)
            values (:subject, :id, :kind, :name, :candidate) on conflict do nothing
            """)
        .param("subject", subject.name())
        .param("id", id)
        .param("kind", kind)
        .param("name", name)
        .param("candidate", candidate.value())
        .update();
  }

  private void window(
      PathId path, @Nullable LocalDate lastDay, @Nullable String rule, AlertCause cause) {
    batch.now().windows.put(path, new Change(lastDay, rule, cause));
  }

  private void write(Batch gathered) {
    List<PathOpened> opened = gathered.opened;
    if (!opened.isEmpty()) {
      jdbc.sql(
              """
              insert into alert_deadline (subject, id, kind, name, candidate)
              select 'WINDOW', id, '', name, candidate
              from unnest(:ids, :names, :candidates) as given (id, name, candidate)
              on conflict do nothing
              """)
          .param("ids", column(opened, UUID[]::new, event -> event.path().value()))
          .param("names", column(opened, String[]::new, event -> event.certification().value()))
          .param("candidates", column(opened, UUID[]::new, event -> event.candidate().value()))
          .update();
    }
    Collection<Change> windows = gathered.windows.values();
    if (!windows.isEmpty()) {
      jdbc.sql(
              """
              update alert_deadline deadline
              set last_day = given.last_day, rule = given.rule, cause = given.cause,
                  cause_on = given.cause_on, look_on = date '0001-01-01', changes = changes + 1
              from unnest(:ids, :lastDays::date[], :rules, :causes, :causesOn::date[])
                as given (id, last_day, rule, cause, cause_on)
              where subject = 'WINDOW' and deadline.id = given.id and kind = '' and not erased
              """)
          .param("ids", column(gathered.windows.keySet(), UUID[]::new, PathId::value))
          .param("lastDays", column(windows, String[]::new, change -> text(change.lastDay())))
          .param("rules", column(windows, String[]::new, Change::rule))
          .param("causes", column(windows, String[]::new, change -> change.cause().kind().name()))
          .param("causesOn", column(windows, String[]::new, change -> text(change.cause().on())))
          .update();
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return Objects.toString(day, null);
  }

  private static <R, C> @Nullable C[] column(
      Collection<R> rows, IntFunction<@Nullable C[]> array, Function<R, @Nullable C> of) {
    return rows.stream().map(of).toArray(array);
  }

  private static AlertCause.Kind cause(VaeEvent event) {
    return switch (event) {
      case RecevabiliteUsed _ -> AlertCause.Kind.RECEVABILITE_USED;
      case RecevabiliteLapsed _ -> AlertCause.Kind.DEADLINE_PASSED;
      case ApplicationFiled _,
          CompletenessRecorded _,
          SupplementRequested _,
          RecevabiliteGranted _,
          RecevabiliteRefused _,
          SilenceTookEffect _,
          SilenceReversed _,
          LateDecisionRecorded _,
          RecevabiliteLapseReversed _ ->
          AlertCause.Kind.RECEVABILITE_CHANGED;
    };
  }

  /** A window that slides because its last day has passed has had that day. */
  private static AlertCause moved(Cause cause) {
    return new AlertCause(
        cause.kind() == Cause.Kind.DAY_PASSED
            ? AlertCause.Kind.DEADLINE_PASSED
            : AlertCause.Kind.WINDOW_MOVED,
        cause.on(),
        null);
  }
}
