select stream::uuid as application, version, position, type, revision,
       (case type
         when 'vae.ApplicationFiled' then e ->> 'filedOn'
         when 'vae.CompletenessRecorded' then e ->> 'completeOn'
         when 'vae.SupplementRequested' then e ->> 'requestedOn'
         when 'vae.SilenceTookEffect' then e ->> 'effectiveOn'
         when 'vae.RecevabiliteUsed' then e -> 'use' ->> 'on'
         when 'vae.RecevabiliteLapsed' then e ->> 'lapsedOn'
         when 'vae.SilenceReversed' then e -> 'cause' ->> 'on'
         when 'vae.RecevabiliteLapseReversed' then e -> 'cause' ->> 'on'
         else e ->> 'notifiedOn'
       end)::date as effective_on,
       at as recorded_at, actor, written as event
from oracle.fact where type like 'vae.%' and type <> 'vae.FilingCounted'
