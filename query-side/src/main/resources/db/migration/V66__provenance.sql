-- Where a fact that an import brought was read: {"document", "confidence", "batch", "line"}.
alter table query.path_fact add column provenance json;
alter table query.candidate add column provenance json;
