-- Titles taken back, and facts in a later written form: both tables are folded anew.
alter table query.path add column title_withdrawn_on date;
truncate query.path, query.path_fact;
delete from token_entry where processor_name in ('paths', 'path-facts');

-- The titles that succeed each: [{"revision", "recordedAt"}].
alter table query.referentiel add column revisions json not null default '[]';
