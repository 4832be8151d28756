-- What a migration has copied from Axon's own table, each line written together with its events:
-- where one was cut short, the last line says where it goes on.
create table migration_chunk (
  after_position bigint primary key,
  last_position  bigint not null,
  -- The same events in the old table: beyond after_index, up to last_index.
  after_index    bigint not null,
  last_index     bigint not null
);

-- One line once everything was copied, compared and handed over; none before.
create table migration (
  only_row      boolean primary key default true check (only_row),
  last_index    bigint not null,
  last_position bigint not null,
  finished_at   timestamptz not null default now()
);
