select stream::uuid as id,
       exists (select from oracle.fact f where f.stream = r.stream
         and type = 'candidate.CandidateErased') as erased,
       (e ->> 'registeredOn')::date as registered_on, at as registered_at,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', f.e -> 'kind',
          'obtainedOn', f.e -> 'obtainedOn', 'validThrough', f.e -> 'validThrough',
          'recordedAt', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          order by f.version), '[]')
        from oracle.fact f where f.stream = r.stream
          and f.type = 'candidate.CertificateRecorded') as certificates,
       (select max(version) from oracle.fact f where f.stream = r.stream) as version, provenance
from oracle.fact r where type = 'candidate.CandidateRegistered'
