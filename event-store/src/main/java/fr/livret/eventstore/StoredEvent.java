package fr.livret.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it lies in the store, its content still in its written form.
 *
 * @param position its place in the order of commits; the first is 1, and none is left out
 * @param stream the identifier of its aggregate; of an event without one, its own identifier
 * @param sequence its place in its stream; the first is 0
 * @param id of the event
 * @param type what it is
 * @param at when it happened, to the microsecond
 * @param payload as the event serializer wrote it; not to be changed
 * @param metadata as the event serializer wrote them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Millions are read: they are handed on, never copied.
public record StoredEvent(
    long position,
    String stream,
    long sequence,
    UUID id,
    EventType type,
    Instant at,
    byte[] payload,
    byte[] metadata) {}
