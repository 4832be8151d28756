-- What the automations of the command side need to know of paths, folded from the events.
create table path_agenda (
  path uuid primary key,
  certification text not null,
  -- The first day on which something lapses unless a fact prevents it; null where nothing can.
  due_on date
);
create index path_agenda_due on path_agenda (due_on, path) where due_on is not null;
create index path_agenda_certification on path_agenda (certification);

-- Decisions on the validity of titles, for paths that open while they are being told.
create table title_change (
  certification text not null,
  position bigint not null,
  decided_on date not null,
  -- Null for a closure.
  until date,
  source text not null,
  primary key (certification, position)
);

-- What a path is still to be told: written with the token, deleted once the path knows it.
create table path_errand (
  id bigint generated always as identity primary key,
  path uuid not null,
  certification text not null,
  position bigint not null,
  foreign key (certification, position) references title_change,
  unique (path, certification, position)
);

-- One row, written to find out whether a fact could be stored.
create table write_probe (
  id int primary key,
  written_at timestamptz not null
);
