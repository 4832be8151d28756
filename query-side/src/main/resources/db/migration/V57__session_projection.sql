-- Each session as its events tell it; the names of members stay sealed.
create table query.session (
  id                    uuid   primary key,
  kind                  text   not null,
  certification         text   not null,
  certification_version bigint not null,
  regime                text   not null,
  regime_edition        bigint not null,
  -- What is decided is obtained on this day.
  held_on               date   not null,
  centre                text   not null,
  place                 text,
  authority             text,
  replaces              text,
  state                 text   not null,
  seats                 json   not null,
  contenders            json   not null,
  editions              json   not null,
  acts                  json   not null,
  -- What statistics count. An annulled session keeps its counts: they leave it out by its state.
  enrolled              bigint not null,
  presented             bigint not null,
  titles                bigint not null,
  partial               bigint not null,
  refused               bigint not null,
  absent_excused        bigint not null,
  absent_not_excused    bigint not null,
  ccps_decided          bigint not null,
  ccps_granted          bigint not null,
  ccs                   bigint not null,
  pending               bigint not null,
  not_recorded          bigint not null,
  version               bigint not null
);
create index session_by_day on query.session (held_on desc, id desc);
