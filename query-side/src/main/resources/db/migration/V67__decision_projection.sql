-- Each decision as the journal has it: one row for each event an entry is kept with.
create table query.decision (
  position    bigint      primary key,
  recorded_at timestamptz not null,
  actor       text        not null,
  request_id  text,
  target      text        not null,
  kind        text        not null,
  command     text        not null,
  outcome     text        not null,
  code        text,
  rule        text,
  facts       json,
  events      bigint      not null,
  seen        bigint      not null,
  laws        json        not null,
  -- Every id the command names, as texts.
  about       jsonb       not null,
  content     json        not null
);
create index decision_by_outcome on query.decision (outcome, position);
create index decision_by_day on query.decision (recorded_at);
create index decision_by_id on query.decision using gin (about jsonb_path_ops);
