-- What the automations of the command side need to know of VAE applications.
create table vae_agenda (
  application uuid primary key,
  -- The first day on which something follows unless a fact prevents it; null where nothing can.
  due_on date
);
create index vae_agenda_due on vae_agenda (due_on, application) where due_on is not null;

-- Which path was opened on which application.
create table vae_path (
  path uuid primary key,
  application uuid not null
);

-- What an application is still to be told: written with the token, deleted once it knows.
create table vae_errand (
  id bigint generated always as identity primary key,
  application uuid not null,
  kind text not null,
  path uuid not null,
  used_on date not null,
  unique (path, kind, used_on)
);
