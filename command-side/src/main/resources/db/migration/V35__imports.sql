-- Imports: how far each has come, and what became of each line. The facts a line brought stand where
-- all facts stand; these tables only let a file be sent again without being done again.

create table import_batch (
  name       text        primary key,
  -- The latest time the file was sent; the counts are of that run.
  run        uuid        not null,
  actor      text        not null,
  request_id text        not null,
  begun_at   timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  ended_at   timestamptz,
  lines      bigint      not null default 0,
  accepted   bigint      not null default 0,
  refused    bigint      not null default 0,
  repeated   bigint      not null default 0,
  bytes      bigint      not null default 0,
  -- Of the whole file, where the sender says it.
  size       bigint
);

create table import_line (
  batch       text   not null,
  -- Stands for the key of the line: keyed hashes only, of the key and of the content, since both may
  -- tell of a person.
  id          uuid   not null,
  fingerprint uuid   not null,
  line        bigint not null,
  run         uuid   not null,
  done_in     uuid,
  lane        uuid   not null,
  -- Absent from before the line is carried out until its outcome is known.
  status      int,
  aggregate   text,
  version     bigint,
  problem     text,
  primary key (batch, id)
);
create index import_line_by_place on import_line (batch, line, id);
create index import_line_by_lane on import_line (batch, lane);
