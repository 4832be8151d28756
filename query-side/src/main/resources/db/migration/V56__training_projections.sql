-- Every fact of every training, as it is stored.
create table query.training_fact (
  training_id  uuid        not null,
  version      bigint      not null,
  position     bigint      not null,
  type         text        not null,
  revision     text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  request_id   text,
  event        json        not null,
  primary key (training_id, version)
);

-- Each training as it stands: what lists and searches show.
create table query.training (
  id                    uuid        primary key,
  candidate_id          uuid        not null,
  certification         text        not null,
  certification_version bigint      not null,
  programme             text,
  programme_version     bigint,
  centre                text,
  -- The centre's name without case and accents: what a search compares.
  centre_searched       text,
  started_on            date        not null,
  ended_on              date,
  status                text        not null,
  hours_done            numeric     not null,
  -- The CCPs whose EFA is acquired: ["CCP1", ...].
  efas_acquired         json        not null,
  recorded_at           timestamptz not null,
  version               bigint      not null
);
create index training_by_candidate on query.training (candidate_id, certification);
create index training_by_start on query.training (started_on desc, id desc);
create index training_by_centre on query.training (centre_searched, certification);
