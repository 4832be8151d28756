-- What an event is: its aggregate's type, its payload's name and revision, each combination once.
create table event_type (
  code      smallint generated always as identity primary key,
  -- Null where the event belongs to no aggregate.
  aggregate text,
  payload   text not null,
  revision  text,
  unique nulls not distinct (aggregate, payload, revision)
);

-- Events in the order of their commits. Columns of fixed width come first: no byte is lost between.
create table event (
  position bigint      primary key,
  at       timestamptz not null,
  sequence int         not null,
  type     smallint    not null references event_type,
  id       uuid        not null,
  stream   text        collate "C" not null,
  payload  bytea       not null,
  metadata bytea       not null,
  -- Two writers of one stream: the second one loses.
  unique (stream, sequence)
);

-- The latest snapshot of a stream, where one was taken.
create table snapshot (
  stream   text        collate "C" primary key,
  sequence int         not null,
  type     smallint    not null references event_type,
  id       uuid        not null,
  at       timestamptz not null,
  payload  bytea       not null,
  metadata bytea       not null
);

-- For every so many positions, the latest time stamp there is up to it; filled when asked for.
create table milestone (
  position bigint      primary key,
  latest   timestamptz not null
);
create index milestone_latest on milestone (latest, position);

-- Events with the names of their types, for people and their queries.
create view event_log as
select position, at, stream, sequence, id, aggregate, event_type.payload as payload_type, revision,
  event.payload, metadata
from event join event_type on code = type;
