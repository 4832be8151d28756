select stream::uuid as id,
       exists (select from oracle.fact f where f.stream = r.stream
         and type = 'candidate.CandidateErased') as erased,
       (e ->> 'registeredOn')::date as registered_on, at as registered_at,
       (select max(version) from oracle.fact f where f.stream = r.stream) as version, provenance
from oracle.fact r where type = 'candidate.CandidateRegistered'
