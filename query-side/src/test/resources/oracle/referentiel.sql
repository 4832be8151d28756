with newest as (
  select distinct on (e ->> 'referentiel') e ->> 'referentiel' as code, e
  from oracle.fact where type = 'referentiel.ReferentielPublished'
  order by 1, version desc
)
select code, e -> 'content' ->> 'title' as title, e -> 'content' ->> 'regime' as regime,
       (e ->> 'version')::bigint as newest,
       (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'kind', case type when 'referentiel.TitleClosed' then 'CLOSURE' else 'PROROGATION' end,
          'decidedOn', f.e -> 'decidedOn', 'until', f.e -> 'until', 'source', f.e -> 'source',
          'recordedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
          order by version), '[]')
        from oracle.fact f where stream = code
          and type in ('referentiel.TitleClosed', 'referentiel.TitleProrogued')) as changes,
       (select coalesce(jsonb_agg(jsonb_build_object('revision', f.e -> 'revision',
          'recordedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          order by version), '[]')
        from oracle.fact f where stream = code and type = 'referentiel.TitleRevised')
         as revisions,
       (select max(version) from oracle.fact where stream = code) as version
from newest
