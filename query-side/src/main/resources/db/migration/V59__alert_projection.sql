-- Each alert as its events tell it.
create table query.alert (
  id              uuid        primary key,
  subject         text        not null,
  -- The path, the VAE application, or the holder of the certificate.
  subject_id      uuid        not null,
  name            text        not null,
  candidate_id    uuid        not null,
  last_day        date        not null,
  rule            text        not null,
  horizon         bigint      not null,
  occasion        bigint      not null,
  state           text        not null,
  raised_on       date        not null,
  acknowledged_on date,
  acknowledged_by text,
  note            text,
  cancelled_on    date,
  cause           text,
  cause_on        date,
  moved_to        date,
  -- [{"news", "occasion", "channel", "state"}]
  deliveries      json        not null,
  version         bigint      not null
);
create index alert_by_state on query.alert (state, last_day, id);
create index alert_by_last_day on query.alert (last_day, id);
create index alert_by_subject on query.alert (subject_id);
create index alert_by_candidate on query.alert (candidate_id);
