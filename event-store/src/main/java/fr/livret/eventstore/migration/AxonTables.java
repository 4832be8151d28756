package fr.livret.eventstore.migration;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * What Axon's standard JDBC tables and their columns are called.
 *
 * @param eventSchema as it was given to Axon's storage engine
 * @param tokenSchema as it was given to Axon's token store
 */
public record AxonTables(EventSchema eventSchema, TokenSchema tokenSchema) {

  /** The names Axon gives where it is given none. */
  public static AxonTables standard() {
    return new AxonTables(new EventSchema(), new TokenSchema());
  }

  /** The same names with underscores: {@code domain_event_entry.global_index}. */
  public static AxonTables underscored() {
    return new AxonTables(
        EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .metaDataColumn("meta_data")
            .build(),
        TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .build());
  }

  String eventTable() {
    return eventSchema.domainEventTable();
  }

  String snapshotTable() {
    return eventSchema.snapshotTable();
  }

  String tokenTable() {
    return tokenSchema.tokenTable();
  }

  /** The events under names that all further SQL uses. */
  String events() {
    return "(select %s as global_index, %s from %s)"
        .formatted(eventSchema.globalIndexColumn(), columns(), eventTable());
  }

  /** The latest snapshot of each aggregate, under the same names. */
  String latestSnapshots() {
    return "(select distinct on (%1$s) %3$s from %4$s order by %1$s, %2$s desc)"
        .formatted(
            eventSchema.aggregateIdentifierColumn(),
            eventSchema.sequenceNumberColumn(),
            columns(),
            snapshotTable());
  }

  private String columns() {
    return """
    %s::text as id, %s::text as stream, %s as sequence, %s::text as aggregate,
    %s::text as written_at, %s::text as payload_type, %s::text as revision,
    %s as payload, %s as metadata\
    """
        .formatted(
            eventSchema.eventIdentifierColumn(),
            eventSchema.aggregateIdentifierColumn(),
            eventSchema.sequenceNumberColumn(),
            eventSchema.typeColumn(),
            eventSchema.timestampColumn(),
            eventSchema.payloadTypeColumn(),
            eventSchema.payloadRevisionColumn(),
            eventSchema.payloadColumn(),
            eventSchema.metaDataColumn());
  }
}
