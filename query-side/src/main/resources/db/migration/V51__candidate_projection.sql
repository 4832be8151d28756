-- Names stand in clear here and nowhere else; a row keeps none of them once its candidate is erased.
create table query.candidate (
  id             uuid        primary key,
  family_name    text,
  -- ["...", ...]
  given_names    json,
  birth_date     text,
  birth_place    text,
  email          text,
  erased         boolean     not null,
  registered_on  date        not null,
  registered_at  timestamptz not null,
  -- [{"kind", "obtainedOn", "validThrough", "number"?, "recordedAt"}]
  certificates   json        not null,
  -- The names without case and accents: what a search looks in, and the order of lists.
  search         text        not null,
  sort_name      text collate "C" not null,
  version        bigint      not null
);
create index candidate_by_name on query.candidate (sort_name, id);
