-- Every event as it is stored, opened by SQL alone.
create schema oracle;
create view oracle.fact as
select position, at, version, type, revision, stream, written::json as written,
       replace(written, '\u0000', U&'\FFFD')::jsonb as e,
       coalesce(about ->> 'actor', 'anonymous') as actor, about ->> 'requestId' as request_id,
       about ->> 'client' as client,
       about ->> 'decision' as decision,
       case when about ? 'import' then jsonb_strip_nulls(jsonb_build_object(
         'document', about -> 'document', 'confidence', about -> 'confidence',
         'batch', about -> 'import', 'line', (about ->> 'importLine')::bigint)) end as provenance
from (
  select position, at, sequence + 1 as version, t.payload as type, t.revision, stream,
         convert_from(e.payload, 'UTF8') as written,
         convert_from(e.metadata, 'UTF8')::jsonb as about
  from event_store.event e join event_store.event_type t on t.code = e.type
) as stored;
