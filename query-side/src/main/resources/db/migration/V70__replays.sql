-- Decisions taken again: which were asked for, how far each replay is, and what it found.
create schema audit;

create table audit.replay (
  id           uuid primary key,
  -- Which decisions: on a path, recorded in a period; null where all are meant.
  path         uuid,
  decided_from timestamptz,
  decided_to   timestamptz,
  -- PINNED, or the regime asked instead.
  regimes      text not null,
  asked_at     timestamptz not null,
  -- The last position that counts, and how many events are to be read; null until it has begun.
  up_to        bigint,
  events       bigint,
  -- The last aggregate that is done: a replay that was cut short goes on behind it.
  behind       text collate "C" not null default '',
  read         bigint not null default 0,
  same         bigint not null default 0,
  different    bigint not null default 0,
  not_replayed bigint not null default 0,
  unrecorded   bigint not null default 0,
  busy_millis  bigint not null default 0,
  ended_at     timestamptz,
  failure      text
);

-- The aggregates a replay is about; none where it is about all.
create table audit.replay_target (
  replay uuid not null references audit.replay on delete cascade,
  target text collate "C" not null,
  primary key (replay, target)
);

-- The records of decisions that no fact follows from, under the aggregate they were on.
create table audit.replay_record (
  replay uuid not null references audit.replay on delete cascade,
  target text collate "C" not null,
  stream text collate "C" not null,
  primary key (replay, target, stream)
);

-- What became of decisions: those that differ or could not be taken again, and all of one path.
create table audit.replay_verdict (
  replay   uuid not null references audit.replay on delete cascade,
  position bigint not null,
  kind     text not null,
  verdict  jsonb not null,
  primary key (replay, position)
);
