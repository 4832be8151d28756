-- What the minutes of sessions are still to bring to the paths, folded from the events.

-- The edition of a session's minutes that decides on a path.
create table session_decision (
  session uuid not null,
  path uuid not null,
  edition int not null,
  primary key (session, path)
);

-- Written with the token, deleted once the path and the session know.
create table session_errand (
  id bigint generated always as identity primary key,
  session uuid not null,
  path uuid not null,
  -- RECORD or UNDO.
  kind text not null,
  edition int not null,
  unique (session, path, kind, edition)
);
