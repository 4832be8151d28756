-- What the statistics are counted from, folded from facts.
create table query.course (
  path_id               uuid    primary key,
  candidate_id          uuid    not null,
  certification         text    not null,
  certification_version bigint  not null,
  regime                text    not null,
  regime_edition        bigint  not null,
  route                 text    not null,
  access                text    not null,
  opened_on             date    not null,
  first_ccp_on          date,
  title_certification   text,
  title_awarded_on      date,
  title_session         text,
  title_withdrawn_on    date,
  answered_6m_on        date,
  employed_6m           boolean,
  in_occupation_6m      boolean,
  answered_2y_on        date,
  employed_2y           boolean,
  in_occupation_2y      boolean,
  -- [{"certification", "referentiel", "heldOn", "outcome", "ccp"?, "settled", "whole", "codes",
  --   "counts", "session"?, "edition"?}]
  sittings              jsonb   not null,
  -- [{"certification", "ccp", "obtainedOn", "lapsedOn"}]
  lapses                jsonb   not null,
  version               bigint  not null
);
create index course_by_title on query.course (title_certification, title_awarded_on)
  where title_awarded_on is not null;

-- The CCPs of each version of each title: ["...", ...].
create table query.version_ccps (
  certification text   not null,
  number        bigint not null,
  ccps          jsonb  not null,
  primary key (certification, number)
);
