-- Every fact of every candidate, as it is stored: what is personal stays sealed.
create table query.candidate_fact (
  candidate_id uuid        not null,
  version      bigint      not null,
  position     bigint      not null,
  type         text        not null,
  revision     text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  event        json        not null,
  primary key (candidate_id, version)
);

-- Every fact of every session, as it is stored: the names of members stay sealed.
create table query.session_fact (
  session_id   uuid        not null,
  version      bigint      not null,
  position     bigint      not null,
  type         text        not null,
  revision     text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  event        json        not null,
  primary key (session_id, version)
);

-- What was learned between two moments is looked for by when it was recorded.
create index candidate_fact_by_record on query.candidate_fact (recorded_at, position);
create index session_fact_by_record on query.session_fact (recorded_at, position);
create index training_fact_by_record on query.training_fact (recorded_at, position);

-- The sessions of a candidate, those they withdrew from included.
create index session_fact_by_candidate
  on query.session_fact ((event -> 'candidacy' ->> 'candidate'))
  where type = 'session.CandidateEnrolled';
