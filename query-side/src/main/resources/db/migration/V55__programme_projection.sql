-- Each version of each training programme, never changed again.
create table query.programme_version (
  code         text        not null,
  number       bigint      not null,
  digest       text        not null,
  published_on date        not null,
  recorded_at  timestamptz not null,
  revision     text        not null,
  event        json        not null,
  primary key (code, number)
);
