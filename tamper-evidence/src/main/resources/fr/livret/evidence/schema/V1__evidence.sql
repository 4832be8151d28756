-- The tree over the log: a tile of level n holds the hashes of 256 neighbouring subtrees of 256^n
-- leaves each, those of level 0 the leaves. The last tile of a level may have fewer. All else of the
-- tree is computed from a few tiles.
create table tile (
  level  int    not null check (level between 0 and 7),
  index  bigint not null check (index >= 0),
  hashes bytea  not null
    check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);
-- Hashes cannot be compressed: nobody is to try.
alter table tile alter column hashes set storage external;

-- The checkpoints issued. What counts is outside the database; this is for those who ask.
create table checkpoint (
  size      bigint      primary key check (size > 0),
  root      bytea       not null check (octet_length(root) = 32),
  note      text        not null,
  issued_at timestamptz not null default now()
);

-- The public keys checkpoints were signed with, as the key file says.
create table verifier_key (
  key       text        primary key,
  since     timestamptz not null,
  -- Once another key has taken its place: from when, and the size of the last tree it signed.
  until     timestamptz,
  last_size bigint,
  check ((until is null) = (last_size is null))
);
