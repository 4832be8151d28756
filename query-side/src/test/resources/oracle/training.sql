select stream::uuid as id, (s.e ->> 'candidate')::uuid as candidate_id,
       s.e ->> 'certification' as certification,
       (s.e ->> 'certificationVersion')::bigint as certification_version,
       s.e -> 'programme' ->> 'code' as programme,
       (s.e -> 'programme' ->> 'number')::bigint as programme_version,
       s.e ->> 'centre' as centre,
       -- Without case and accents; no centre of the tests needs more.
       lower(regexp_replace(normalize(s.e ->> 'centre', nfkd), '[\u0300-\u036f]', '', 'g'))
         as centre_searched,
       (s.e ->> 'startedOn')::date as started_on,
       (ended.e ->> 'endedOn')::date as ended_on,
       case ended.type when 'training.TrainingCompleted' then 'COMPLETED'
         when 'training.TrainingAbandoned' then 'ABANDONED' else 'IN_TRAINING' end as status,
       trim_scale((select coalesce(sum((e ->> 'hours')::numeric), 0) from oracle.fact f
        where f.stream = s.stream and type = 'training.ModuleFollowed')) as hours_done,
       (select coalesce(jsonb_agg(distinct e -> 'ccp'), '[]') from oracle.fact f
        where f.stream = s.stream and type = 'training.EfaAssessed'
          and e ->> 'result' = 'ACQUIRED') as efas_acquired,
       s.at as recorded_at,
       (select max(version) from oracle.fact f where f.stream = s.stream) as version
from oracle.fact s
left join lateral (
  select type, e from oracle.fact f where f.stream = s.stream
    and type in ('training.TrainingCompleted', 'training.TrainingAbandoned')
  order by version desc limit 1
) as ended on true
where s.type = 'training.TrainingStarted'
