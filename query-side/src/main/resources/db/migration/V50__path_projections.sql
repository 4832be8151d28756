-- Rows folded from facts. Nothing here is a source: every table can be emptied and folded anew.
create schema query;

-- Every fact of every path, as it is stored: what is personal stays sealed.
create table query.path_fact (
  path_id      uuid        not null,
  version      bigint      not null,
  position     bigint      not null,
  type         text        not null,
  revision     text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  request_id   text,
  event        json        not null,
  primary key (path_id, version)
);

-- Each path as its events announced it.
create table query.path (
  id                    uuid    primary key,
  candidate_id          uuid    not null,
  certification         text    not null,
  certification_version bigint  not null,
  regime                text    not null,
  regime_edition        bigint  not null,
  route                 text    not null,
  access                text    not null,
  opened_on             date    not null,
  status                text    not null,
  in_question           boolean not null,
  title_awarded_on      date,
  title_rests_on        text,
  windowless            boolean not null,
  window_state          text    not null,
  anchor                date,
  last_day              date,
  governed_by           text,
  fulfilled_on          date,
  -- What counts now: [{"ccp", "obtainedOn"}].
  standing              json    not null,
  version               bigint  not null
);
create index path_by_candidate on query.path (candidate_id);
create index path_by_opening on query.path (opened_on desc, id desc);
create index path_by_last_day on query.path (coalesce(last_day, date '9999-12-31'), id);
