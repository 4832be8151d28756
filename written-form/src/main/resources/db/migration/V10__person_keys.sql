-- The keys of personal data. What they seal stands elsewhere, in facts and in rows.

-- One key per person, wrapped by the master key. A destroyed key leaves its row without the key,
-- so that no second key can ever be made for that person.
create table person_key (
    person       uuid        primary key,
    wrapped      bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    constraint wrapped_until_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

-- The key of fingerprints and derived ids, wrapped by the master key too. Its one row also tells
-- under which master key this database was written.
create table fingerprint_key (
    only_row boolean primary key default true check (only_row),
    wrapped  bytea   not null
);
