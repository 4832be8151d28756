-- The software a decision was asked with. No event told of it before, so that no row lacks it.
alter table query.decision add column client text;
