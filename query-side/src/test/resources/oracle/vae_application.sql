select filed.stream::uuid as id, (filed.e ->> 'candidate')::uuid as candidate_id,
       filed.e ->> 'certification' as certification,
       (filed.e ->> 'certificationVersion')::bigint as certification_version,
       filed.e -> 'regime' ->> 'code' as regime,
       (filed.e -> 'regime' ->> 'edition')::bigint as regime_edition,
       (filed.e ->> 'filedOn')::date as filed_on, filed.e -> 'blocs' as blocs,
       coalesce(stands.situation, 'FILED') as situation,
       case decision.type when 'vae.SilenceTookEffect'
         then (decision.e ->> 'effectiveOn')::date end as silent_since,
       coalesce(decision.type in ('vae.RecevabiliteGranted', 'vae.RecevabiliteRefused')
         or decision.e -> 'cause' ->> 'kind' = 'DECISION_NOTIFIED', false) as decided,
       exists (select from oracle.fact f where f.stream = filed.stream
         and type = 'vae.LateDecisionRecorded') as late_decision,
       (select count(*) from oracle.fact f where f.stream = filed.stream
         and type = 'vae.SupplementRequested') as supplements,
       (case when gave.type = 'vae.RecevabiliteGranted' then gave.e ->> 'notifiedOn'
         when gave.e ->> 'effect' = 'GRANTED' then gave.e ->> 'effectiveOn' end)::date
         as notified_on,
       (gave.e ->> 'validThrough')::date as valid_through, (gave.e ->> 'startBy')::date as start_by,
       (select (f.e -> 'use' ->> 'on')::date from oracle.fact f where f.stream = filed.stream
         and f.version > gave.version and gave.type = 'vae.RecevabiliteGranted'
         and f.type = 'vae.RecevabiliteUsed' and f.e -> 'use' ->> 'kind' = case
           when gave.e ? 'startBy' then 'PATH_OPENED' else 'SESSION_HELD' end
         order by f.version limit 1) as used_on,
       (select max(version) from oracle.fact f where f.stream = filed.stream) as version
from oracle.fact filed
left join lateral (
  select case type
      when 'vae.CompletenessRecorded' then 'COMPLETE'
      when 'vae.RecevabiliteGranted' then 'GRANTED'
      when 'vae.RecevabiliteRefused' then 'REFUSED'
      when 'vae.SilenceTookEffect' then e ->> 'effect'
      when 'vae.RecevabiliteLapsed' then 'LAPSED'
      when 'vae.RecevabiliteLapseReversed' then 'GRANTED'
      else 'SUPPLEMENT_REQUESTED' end as situation
  from oracle.fact f where f.stream = filed.stream and (
    type in ('vae.CompletenessRecorded', 'vae.SupplementRequested', 'vae.RecevabiliteGranted',
      'vae.RecevabiliteRefused', 'vae.SilenceTookEffect', 'vae.RecevabiliteLapsed',
      'vae.RecevabiliteLapseReversed')
    or type = 'vae.SilenceReversed' and e -> 'cause' ->> 'kind' <> 'DECISION_NOTIFIED')
  order by version desc limit 1) as stands on true
left join lateral (
  select type, e from oracle.fact f where f.stream = filed.stream
    and type in ('vae.RecevabiliteGranted', 'vae.RecevabiliteRefused', 'vae.SilenceTookEffect',
      'vae.SilenceReversed')
  order by version desc limit 1) as decision on true
-- A decision that reverses silence has been said before that.
left join lateral (
  select version, type, case when type = 'vae.SilenceReversed' then '{}' else e end as e
  from oracle.fact f where f.stream = filed.stream and (
    type in ('vae.RecevabiliteGranted', 'vae.RecevabiliteRefused', 'vae.SilenceTookEffect')
    or type = 'vae.SilenceReversed' and e -> 'cause' ->> 'kind' <> 'DECISION_NOTIFIED')
  order by version desc limit 1) as gave on true
where filed.type = 'vae.ApplicationFiled'
