select stream::uuid as training_id, version, position, type, revision,
       coalesce(e ->> 'takenOn', e ->> 'on', e ->> 'assessedOn', e ->> 'endedOn',
         e ->> 'startedOn')::date as effective_on,
       at as recorded_at, actor, request_id, written as event
from oracle.fact where type like 'training.%'
