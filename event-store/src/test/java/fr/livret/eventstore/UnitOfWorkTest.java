package fr.livret.eventstore;

import static fr.livret.eventstore.Stores.engine;
import static fr.livret.eventstore.Stores.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A unit of work's events are stored when all of it holds, and together. */
class UnitOfWorkTest {
  private final DataSource database = Stores.database();
  private final PostgresEventStorageEngine engine = engine(database);
  private final PostgresEventStore store = PostgresEventStore.builder().engine(engine).build();

  @AfterEach
  void close() {
    engine.close();
  }

  private long head() {
    return engine.log().head();
  }

  private static UnitOfWork<?> begun() {
    return DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
  }

  @Test
  void nothing_is_stored_before_the_commit_yet_it_is_read() {
    UnitOfWork<?> work = begun();
    store.publish(event("a", 0), event("b", 0));
    assertThat(head()).isZero();
    assertThat(store.readEvents("a").asStream()).hasSize(1);
    work.commit();
    assertThat(head()).isEqualTo(2);
  }

  @Test
  void events_of_several_aggregates_and_of_none_are_stored_together_or_not_at_all() {
    engine.appendEvents(event("taken", 0), event("taken", 1));
    UnitOfWork<?> work = begun();
    store.publish(event("a", 0));
    store.publish(GenericEventMessage.asEventMessage(new Stores.Happened("a record of it")));
    store.publish(event("taken", 1));
    assertThatThrownBy(work::commit).isExactlyInstanceOf(ConcurrencyException.class);
    assertThat(head()).isEqualTo(2);
    UnitOfWork<?> again = begun();
    store.publish(event("a", 0));
    store.publish(GenericEventMessage.asEventMessage(new Stores.Happened("a record of it")));
    again.commit();
    assertThat(head()).isEqualTo(4);
  }

  @Test
  void a_handler_that_fails_keeps_them_from_being_stored() {
    store.subscribe(_ -> {
      throw new IllegalStateException("not now");
    });
    UnitOfWork<?> work = begun();
    store.publish(event("a", 0));
    assertThatThrownBy(work::commit).hasMessage("not now");
    assertThat(head()).isZero();
  }

  @Test
  void what_a_handler_publishes_is_stored_with_what_it_handles() {
    List<Object> handled = new ArrayList<>();
    store.subscribe(events -> {
      events.forEach(one -> handled.add(one.getPayload()));
      if (handled.size() == 1) {
        store.publish(event("b", 0));
      }
    });
    UnitOfWork<?> work = begun();
    store.publish(event("a", 0));
    work.commit();
    assertThat(handled).hasSize(2);
    assertThat(head()).isEqualTo(2);
  }

  /** Whoever finds the rows of a transaction finds the events that they came with. */
  @Test
  void an_attached_transaction_commits_after_them_and_rolls_back_when_they_lose() {
    List<String> order = new ArrayList<>();
    UnitOfWork<?> work = begun();
    work.attachTransaction(() -> noting(order));
    store.publish(event("a", 0));
    work.commit();
    assertThat(order).containsExactly("commit at 1");
    UnitOfWork<?> losing = begun();
    losing.attachTransaction(() -> noting(order));
    store.publish(event("a", 0));
    assertThatThrownBy(losing::commit).isInstanceOf(RuntimeException.class);
    assertThat(order).containsExactly("commit at 1", "rollback");
  }

  private Transaction noting(List<String> order) {
    return new Transaction() {
      @Override
      public void commit() {
        order.add("commit at " + head());
      }

      @Override
      public void rollback() {
        order.add("rollback");
      }
    };
  }

  @Test
  void a_nested_unit_of_work_stores_with_the_outer_one() {
    UnitOfWork<?> outer = begun();
    UnitOfWork<?> inner = begun();
    store.publish(event("a", 0));
    inner.commit();
    assertThat(head()).isZero();
    outer.commit();
    assertThat(head()).isEqualTo(1);
  }

  @Test
  void an_aggregate_that_begins_is_not_read_and_loses_where_it_is_there() {
    engine.appendEvents(event("a", 0), event("b", 0));
    UnitOfWork<?> work =
        DefaultUnitOfWork.startAndGet(
            GenericEventMessage.asEventMessage("a command")
                .withMetaData(Map.of(PostgresEventStore.BEGINS, "a")));
    assertThat(store.readEvents("a").asStream()).isEmpty();
    assertThat(store.readEvents("b").asStream()).hasSize(1);
    store.publish(event("a", 0));
    assertThat(store.readEvents("a").asStream()).hasSize(1);
    assertThatThrownBy(work::commit).isInstanceOf(AggregateStreamCreationException.class);
    assertThat(head()).isEqualTo(2);
    assertThat(store.readEvents("a").asStream()).hasSize(1);
  }
}
