select stream::uuid as session_id, version, position, type, revision,
       coalesce(e ->> 'plannedOn', e ->> 'appointedOn', e ->> 'enrolledOn', e ->> 'withdrawnOn',
         e ->> 'sentOn', e ->> 'heldOn', e ->> 'drawnUpOn', e ->> 'signedOn',
         e ->> 'registeredOn', e ->> 'notifiedOn', e ->> 'decidedOn', e ->> 'lodgedOn',
         e ->> 'notedOn')::date as effective_on,
       at as recorded_at, actor, written as event
from oracle.fact where type like 'session.%'
