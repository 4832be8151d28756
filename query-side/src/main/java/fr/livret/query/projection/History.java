package fr.livret.query.projection;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Every event there is, from the first to the last, in their order.
 *
 * @param <T> an event as it is read, its content not looked at yet
 */
interface History<T> {

  /** Where it ends now; null where there is no event. */
  @Nullable TrackingToken head();

  /** Gives the events between two places to the reader. */
  void read(@Nullable TrackingToken after, TrackingToken upTo, Consumer<? super T> reader);

  /** How many events come up to this one. */
  long position(T event);

  /** What the event belongs to: the events of one stream make rows of their own. */
  String stream(T event);

  /** Whether it may be one of these; false saves looking at its content. */
  boolean maybe(T event, Class<?> events);

  /** The events with their content, as those who follow get them. */
  Stream<? extends TrackedEventMessage<?>> open(List<T> events);
}
