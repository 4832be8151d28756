package fr.livret.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * What an event is.
 *
 * @param aggregate the type of the aggregate it belongs to; null where it belongs to none
 * @param payload the name its serializer gives its payload
 * @param revision of the payload; null where the serializer gives none
 */
public record EventType(@Nullable String aggregate, String payload, @Nullable String revision) {}
