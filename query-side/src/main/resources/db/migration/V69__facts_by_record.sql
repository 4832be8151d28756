-- What was learned between two moments is looked for by when it was recorded.
create index path_fact_by_record on query.path_fact (recorded_at, position);
create index vae_fact_by_record on query.vae_fact (recorded_at, position);
