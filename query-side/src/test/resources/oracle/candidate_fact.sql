select stream::uuid as candidate_id, version, position, type, revision,
       coalesce(e ->> 'registeredOn', e ->> 'obtainedOn', e ->> 'requestedOn')::date
         as effective_on,
       at as recorded_at, actor, written as event
from oracle.fact where type like 'candidate.%'
