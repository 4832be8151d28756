-- Facts, in the shape of Axon's JdbcEventStorageEngine.
create table domain_event_entry (
  global_index         bigserial primary key,
  event_identifier     text   not null unique,
  aggregate_identifier text   not null,
  sequence_number      bigint not null,
  type                 text,
  -- ISO 8601 with milliseconds, in UTC: Axon writes and compares it as text.
  time_stamp           text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              bytea  not null,
  meta_data            bytea,
  -- Two writers of one stream: the second one fails.
  unique (aggregate_identifier, sequence_number)
);

create table snapshot_event_entry (
  event_identifier     text   not null unique,
  aggregate_identifier text   not null,
  sequence_number      bigint not null,
  type                 text   not null,
  time_stamp           text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              bytea  not null,
  meta_data            bytea,
  primary key (aggregate_identifier, sequence_number)
);

-- How far each event processor has come.
create table token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  time_stamp     text,
  owner          text,
  primary key (processor_name, segment)
);
