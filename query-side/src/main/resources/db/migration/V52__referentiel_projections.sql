-- Each référentiel: its newest version and what was decided about its validity.
create table query.referentiel (
  code           text   primary key,
  title          text   not null,
  regime         text   not null,
  newest         bigint not null,
  -- [{"kind", "decidedOn", "until"?, "source", "recordedAt"}]
  changes        json   not null,
  version        bigint not null
);

-- Each version of each document, never changed again.
create table query.referentiel_version (
  code         text        not null,
  number       bigint      not null,
  digest       text        not null,
  published_on date        not null,
  recorded_at  timestamptz not null,
  revision     text        not null,
  event        json        not null,
  primary key (code, number)
);
