-- Every fact of every VAE application, as it is stored: what is personal stays sealed.
create table query.vae_fact (
  application  uuid        not null,
  version      bigint      not null,
  position     bigint      not null,
  type         text        not null,
  revision     text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  event        json        not null,
  primary key (application, version)
);

-- Each application as its events announced it: the adviser's queue.
create table query.vae_application (
  id                    uuid    primary key,
  candidate_id          uuid    not null,
  certification         text    not null,
  certification_version bigint  not null,
  regime                text    not null,
  regime_edition        bigint  not null,
  filed_on              date    not null,
  -- ["CCP1", ...]; none where the whole title is asked for.
  blocs                 json    not null,
  exempt                boolean not null,
  situation             text    not null,
  -- The delay that runs, where one does.
  counted_from          date,
  last_day              date,
  -- Since when silence has decided, where it has.
  silent_since          date,
  decided               boolean not null,
  late_decision         boolean not null,
  supplements           bigint  not null,
  -- What was granted.
  notified_on           date,
  valid_through         date,
  start_by              date,
  used_on               date,
  version               bigint  not null
);
create index vae_application_by_last_day
  on query.vae_application (coalesce(last_day, date '9999-12-31'), id);
create index vae_application_by_age on query.vae_application (filed_on, id);
create index vae_application_by_candidate on query.vae_application (candidate_id);
