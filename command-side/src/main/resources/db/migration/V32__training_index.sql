-- Which trainings a candidate has for which title: written in the transaction that records the
-- start of a training, so that a jury's decision given next finds it.
create table training_index (
  training uuid primary key,
  candidate uuid not null,
  certification text not null
);
create index training_index_candidate on training_index (candidate, certification);
