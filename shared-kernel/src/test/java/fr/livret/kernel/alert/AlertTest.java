package fr.livret.kernel.alert;

import static fr.livret.kernel.alert.Alerts.ACKNOWLEDGE;
import static fr.livret.kernel.alert.Alerts.BY_MAIL;
import static fr.livret.kernel.alert.Alerts.CANDIDATE;
import static fr.livret.kernel.alert.Alerts.CHANNELS;
import static fr.livret.kernel.alert.Alerts.ID;
import static fr.livret.kernel.alert.Alerts.LAST_DAY;
import static fr.livret.kernel.alert.Alerts.RAISE;
import static fr.livret.kernel.alert.Alerts.RAISE_DAY;
import static fr.livret.kernel.alert.Alerts.WINDOW;
import static fr.livret.kernel.alert.Alerts.after;
import static fr.livret.kernel.alert.Alerts.cancel;
import static fr.livret.kernel.alert.Alerts.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.alert.AlertCause.Kind;
import fr.livret.kernel.alert.AlertCommand.CancelAlert;
import fr.livret.kernel.alert.AlertCommand.NoteAbandonment;
import fr.livret.kernel.alert.AlertCommand.NoteDelivery;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertCommand.ResumeDelivery;
import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertState.Acknowledged;
import fr.livret.kernel.alert.AlertState.Cancelled;
import fr.livret.kernel.alert.AlertState.NotRaised;
import fr.livret.kernel.alert.AlertState.Raised;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts: raised once, acknowledged, cancelled, told. */
class AlertTest {
  private static final NoteDelivery DELIVERED = new NoteDelivery(ID, BY_MAIL, RAISE_DAY);
  private static final NoteAbandonment ABANDONED =
      new NoteAbandonment(ID, BY_MAIL, 16, "answered 503", RAISE_DAY);
  private static final ResumeDelivery RESUMED = new ResumeDelivery(ID, BY_MAIL, RAISE_DAY);

  @Test
  void an_alert_is_raised_with_its_deadline_and_those_to_be_told() {
    assertThat(decided(RAISE))
        .containsExactly(new AlertRaised(ID, WINDOW, 3, 1, CHANNELS, RAISE_DAY));
    assertThat(after(RAISE)).isInstanceOf(Raised.class);
  }

  @Test
  void it_is_raised_from_its_day_through_the_last_day_and_on_no_other() {
    assertThat(decided(on(RAISE_DAY))).hasSize(1);
    assertThat(decided(on(LAST_DAY))).hasSize(1);
    assertThat(refused(on(RAISE_DAY.minusDays(1)))).isEqualTo(Refused.DATE_IN_FUTURE);
    assertThat(refused(on(LAST_DAY.plusDays(1)))).isEqualTo(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void raised_again_it_is_the_same_alert_and_has_nothing_to_say() {
    assertThat(decided(RAISE, RAISE)).isEmpty();
    assertThat(decided(RAISE, RAISE, ACKNOWLEDGE)).isEmpty();
  }

  @Test
  void its_id_follows_from_the_deadline_and_the_horizon_alone() {
    Deadline prorogued =
        new Deadline(
            Subject.WINDOW, WINDOW.id(), "AMIS-2023", CANDIDATE, LAST_DAY, "TP-2016/1#window.x");
    assertThat(AlertId.of(prorogued, 3)).isEqualTo(ID);
    assertThat(AlertId.of(WINDOW, 1)).isNotEqualTo(ID);
    assertThat(AlertId.of(of(Subject.WINDOW, "AMIS-2013", LAST_DAY.plusDays(1)), 3))
        .isNotEqualTo(ID);
    assertThat(AlertId.of(of(Subject.RECEVABILITE, "AMIS-2013", LAST_DAY), 3)).isNotEqualTo(ID);
    assertThat(AlertId.of(of(Subject.CERTIFICATE, "SST", LAST_DAY), 3))
        .isNotEqualTo(AlertId.of(of(Subject.CERTIFICATE, "HACCP", LAST_DAY), 3));
  }

  /** The id is written in facts and in addresses: it may never change. */
  @Test
  void its_id_is_the_same_for_ever() {
    assertThat(ID).hasToString("49e2afbc-9ead-3cb7-a71e-5bb4b4759d02");
    assertThat(BY_MAIL.idOf(ID)).hasToString("41e0bc2b-3f5f-3a94-9f0c-37950b2e885f");
  }

  @Test
  void it_is_acknowledged_once_with_a_note_or_without() {
    assertThat(decided(ACKNOWLEDGE, RAISE))
        .containsExactly(new AlertAcknowledged(ID, RAISE_DAY, "seen"));
    assertThat(after(RAISE, ACKNOWLEDGE)).isInstanceOf(Acknowledged.class);
    assertThat(refused(ACKNOWLEDGE, RAISE, ACKNOWLEDGE)).isEqualTo(Refused.ALREADY_RECORDED);
  }

  @Test
  void nothing_is_done_with_an_alert_that_was_never_raised() {
    for (AlertCommand command :
        List.of(ACKNOWLEDGE, cancel(Kind.TITLE_AWARDED), DELIVERED, ABANDONED, RESUMED)) {
      assertThat(refused(command)).isEqualTo(Refused.UNKNOWN);
    }
  }

  @Test
  void cancelled_it_says_why_and_tells_those_who_were_told_of_it() {
    CancelAlert cancel =
        new CancelAlert(
            ID,
            new AlertCause(Kind.WINDOW_MOVED, RAISE_DAY, LAST_DAY.plusYears(2)),
            Set.of("registre", "since then"),
            RAISE_DAY);
    assertThat(decided(cancel, RAISE))
        .containsExactly(new AlertCancelled(ID, cancel.cause(), Set.of("registre"), RAISE_DAY));
    assertThat(decided(cancel, RAISE, ACKNOWLEDGE)).hasSize(1);
    assertThat(decided(cancel, RAISE, cancel)).isEmpty();
    assertThat(after(RAISE, cancel)).isInstanceOf(Cancelled.class);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nobody_is_told_that_a_day_has_come_which_the_alert_named(Kind kind) {
    AlertCancelled cancelled = (AlertCancelled) decided(cancel(kind), RAISE).getFirst();
    assertThat(cancelled.channels()).isEqualTo(kind == Kind.DEADLINE_PASSED ? Set.of() : CHANNELS);
  }

  @Test
  void a_cancelled_alert_is_not_acknowledged() {
    assertThat(refused(ACKNOWLEDGE, RAISE, cancel(Kind.WINDOW_CLOSED)))
        .isEqualTo(Refused.ALERT_CANCELLED);
  }

  @Test
  void what_holds_again_is_raised_again_as_another_occasion() {
    AlertCommand[] before = {RAISE, ACKNOWLEDGE, cancel(Kind.WINDOW_CLOSED)};
    assertThat(decided(RAISE, before))
        .containsExactly(new AlertRaised(ID, WINDOW, 3, 2, CHANNELS, RAISE_DAY));
    AlertState again = after(RAISE, ACKNOWLEDGE, cancel(Kind.WINDOW_CLOSED), RAISE);
    assertThat(again).isInstanceOf(Raised.class);
    assertThat(AlertDecider.decide(ACKNOWLEDGE, again)).hasSize(1);
    assertThat(new Delivery(News.RAISED, 2, "mail").idOf(ID)).isNotEqualTo(BY_MAIL.idOf(ID));
  }

  @Test
  void a_delivery_is_noted_once() {
    assertThat(decided(DELIVERED, RAISE))
        .containsExactly(new AlertDelivered(ID, BY_MAIL, RAISE_DAY));
    assertThat(decided(DELIVERED, RAISE, DELIVERED)).isEmpty();
    assertThat(decided(ABANDONED, RAISE, DELIVERED)).isEmpty();
  }

  @Test
  void news_that_arrived_after_it_was_withdrawn_has_arrived() {
    assertThat(decided(DELIVERED, RAISE, cancel(Kind.WINDOW_CLOSED))).hasSize(1);
    assertThat(decided(ABANDONED, RAISE, cancel(Kind.WINDOW_CLOSED))).isEmpty();
  }

  @Test
  void news_that_was_given_up_is_tried_anew_on_demand_only() {
    assertThat(decided(ABANDONED, RAISE))
        .containsExactly(new AlertDeliveryAbandoned(ID, BY_MAIL, 16, "answered 503", RAISE_DAY));
    assertThat(decided(ABANDONED, RAISE, ABANDONED)).isEmpty();
    assertThat(decided(RESUMED, RAISE, ABANDONED))
        .containsExactly(new AlertDeliveryResumed(ID, BY_MAIL, RAISE_DAY));
    assertThat(decided(ABANDONED, RAISE, ABANDONED, RESUMED)).hasSize(1);
    assertThat(decided(DELIVERED, RAISE, ABANDONED)).hasSize(1);
    assertThat(refused(RESUMED, RAISE)).isEqualTo(Refused.DELIVERY_NOT_ABANDONED);
    assertThat(refused(RESUMED, RAISE, DELIVERED)).isEqualTo(Refused.DELIVERY_NOT_ABANDONED);
  }

  @Test
  void news_that_is_true_no_longer_is_not_tried_anew_but_that_of_its_cancellation_is() {
    CancelAlert cancel = cancel(Kind.WINDOW_CLOSED);
    Delivery cancellation = new Delivery(News.CANCELLED, 1, "mail");
    NoteAbandonment abandoned =
        new NoteAbandonment(ID, cancellation, 16, "answered 503", RAISE_DAY);
    ResumeDelivery resumed = new ResumeDelivery(ID, cancellation, RAISE_DAY);
    assertThat(refused(RESUMED, RAISE, ABANDONED, cancel)).isEqualTo(Refused.ALERT_CANCELLED);
    assertThat(decided(resumed, RAISE, cancel, abandoned)).hasSize(1);
  }

  @Test
  void news_nobody_was_to_be_told_is_unknown() {
    Delivery nobody = new Delivery(News.RAISED, 1, "nobody");
    assertThat(refused(new NoteDelivery(ID, nobody, RAISE_DAY), RAISE)).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void every_event_is_decided_and_folded() {
    Set<Class<?>> seen = new HashSet<>();
    AlertState state = new NotRaised();
    for (AlertCommand command :
        List.of(RAISE, ACKNOWLEDGE, ABANDONED, RESUMED, DELIVERED, cancel(Kind.TITLE_AWARDED))) {
      for (AlertEvent event : AlertDecider.decide(command, state)) {
        seen.add(event.getClass());
        assertThat(event.alert()).isEqualTo(ID);
        assertThat(event.effectiveOn()).isEqualTo(RAISE_DAY);
        if (state instanceof NotRaised && !(event instanceof AlertRaised)) {
          throw new AssertionError(event);
        }
        state = AlertState.evolve(state, event);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(AlertEvent.class.getPermittedSubclasses());
  }

  @Test
  void a_history_that_does_not_begin_with_the_raising_is_no_history() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> AlertState.evolve(new NotRaised(), new AlertDelivered(ID, BY_MAIL, RAISE_DAY)));
  }

  private static RaiseAlert on(LocalDate today) {
    return new RaiseAlert(WINDOW, 3, CHANNELS, today);
  }

  private static Deadline of(Subject subject, String name, LocalDate lastDay) {
    return new Deadline(subject, new UUID(0, 1), name, CANDIDATE, lastDay, "a rule");
  }

  private static Refused refused(AlertCommand command, AlertCommand... before) {
    return catchThrowableOfType(Refusal.class, () -> decided(command, before)).code();
  }
}
