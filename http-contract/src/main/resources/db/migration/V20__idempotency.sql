-- What a write with an Idempotency-Key was, and what was answered. Of both the request and the key
-- only keyed hashes are kept.
create table idempotency (
    key_hash     bytea       primary key,
    fingerprint  bytea       not null,
    status       int,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    created_at   timestamptz not null default now()
);
