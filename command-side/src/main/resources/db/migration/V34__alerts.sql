-- Alerts. The first two tables are folded from events and may be folded anew; the third is kept.

-- What ends when: one row for each window, recevabilité, and certificate of a kind.
create table alert_deadline (
  subject text not null,
  -- The path, the VAE application, or the holder of the certificate.
  id uuid not null,
  -- Of a certificate; else empty.
  kind text not null,
  name text not null,
  candidate uuid not null,
  -- Null where nothing ends.
  last_day date,
  rule text,
  -- What brought about the last change, and on which day.
  cause text,
  cause_on date,
  -- The day to look at it next; null for never.
  look_on date,
  -- Counts the changes: a look that was overtaken settles nothing.
  changes bigint not null default 0,
  erased boolean not null default false,
  primary key (subject, id, kind)
);
create index alert_deadline_look on alert_deadline (look_on, subject, id, kind)
  where look_on is not null;
create index alert_deadline_candidate on alert_deadline (candidate);

-- The alerts that stand: raised, and not cancelled.
create table alert_standing (
  alert uuid primary key,
  subject text not null,
  id uuid not null,
  kind text not null,
  last_day date not null
);
create index alert_standing_deadline on alert_standing (subject, id, kind);

-- News on its way, and all that ever was: the history keeps anything from being told again.
create table alert_delivery (
  -- Follows from the alert, the occasion, the news and the channel: the same at each attempt.
  id uuid primary key,
  number bigint generated always as identity unique,
  alert uuid not null,
  news text not null,
  occasion int not null,
  channel text not null,
  -- What a webhook is sent, to the byte.
  message text not null,
  state text not null default 'PENDING',
  attempts int not null default 0,
  next_attempt timestamptz not null default now(),
  -- Of the attempt under way; an answer to an older one does not put off a newer.
  claim uuid,
  last_error text,
  -- Whether the history of the alert says what became of it.
  noted boolean not null default false,
  queued_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (alert, occasion, news, channel)
);
create index alert_delivery_due on alert_delivery (channel, next_attempt) where state = 'PENDING';
create index alert_delivery_unnoted on alert_delivery (number)
  where state in ('DELIVERED', 'DEAD') and not noted;
create index alert_delivery_open on alert_delivery (state, number) where state in ('PENDING', 'DEAD');
