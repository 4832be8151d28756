select stream::uuid as path_id, version, position, type, revision,
       (case
         when type = 'path.PathOpened' then e ->> 'openedOn'
         when type in ('path.CcpObtained', 'path.CcsAwarded') then e ->> 'obtainedOn'
         when type = 'path.CcpLapsed' then e ->> 'lapsedOn'
         when type = 'path.WindowFulfilled' then e ->> 'fulfilledOn'
         when type in ('path.TitleAwarded', 'path.TitleRefused', 'path.CandidateAbsent')
           then e ->> 'heldOn'
         when type = 'path.InsertionSurveyed' then e ->> 'answeredOn'
         when type = 'path.AppealLodged' then e ->> 'lodgedOn'
         when e ? 'cause' then e -> 'cause' ->> 'on'
         else e ->> 'decidedOn'
       end)::date as effective_on,
       at as recorded_at, actor, request_id, written as event, provenance
from oracle.fact where type like 'path.%'
