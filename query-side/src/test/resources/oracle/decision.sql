with journal as (
  select f.*, replace(f.decision, '\u0000', U&'\FFFD')::jsonb as d
  from oracle.fact f where f.decision is not null
),
named as (
  select position, array_remove(array[
      d -> 'laws' -> 'regime' ->> 'code' || '/' || (d -> 'laws' -> 'regime' ->> 'edition'),
      d -> 'laws' -> 'referentiel' ->> 'code' || ' v' || (d -> 'laws' -> 'referentiel' ->> 'number'),
      d -> 'laws' -> 'vae' ->> 'code' || '/' || (d -> 'laws' -> 'vae' ->> 'edition'),
      d -> 'laws' -> 'programme' ->> 'code' || ' v' || (d -> 'laws' -> 'programme' ->> 'number')
    ], null) as laws
  from journal
)
select j.position, at as recorded_at, actor, request_id, client,
       case when type like 'audit.%' then e ->> 'target' else stream end as target,
       split_part(d ->> 'command', '.', 1) as kind, split_part(d ->> 'command', '.', 2) as command,
       case type when 'audit.CommandRefused' then 'REFUSED'
         when 'audit.CommandWithoutEffect' then 'NO_EFFECT' else 'ACCEPTED' end as outcome,
       case type when 'audit.CommandRefused' then e ->> 'code' end as code,
       case type when 'audit.CommandRefused' then e ->> 'rule' end as rule,
       case type when 'audit.CommandRefused' then e -> 'facts' end as facts,
       (d ->> 'facts')::bigint as events, (d ->> 'seen')::bigint as seen,
       to_jsonb(named.laws) as laws,
       (select coalesce(jsonb_agg(id order by id collate "C"), '[]') from (
          select distinct found[1] as id from regexp_matches((d -> 'content')::text,
            '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') as found) as ids) as about,
       d -> 'content' as content
from journal j join named using (position)
