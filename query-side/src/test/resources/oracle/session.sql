with enrolled as (
  select f.stream, f.version, f.e -> 'candidacy' ->> 'path' as path, f.e
  from oracle.fact f
  where f.type = 'session.CandidateEnrolled' and not exists (
    select from oracle.fact gone where gone.stream = f.stream and gone.version > f.version
      and gone.type = 'session.CandidateWithdrawn'
      and gone.e ->> 'path' = f.e -> 'candidacy' ->> 'path')
),
-- What was decided last on each, at the session or by an edition of its minutes.
said as (
  select f.stream, f.version, f.type, (f.e ->> 'edition')::bigint as edition, one
  from oracle.fact f
  cross join lateral jsonb_array_elements(coalesce(f.e -> 'results',
    jsonb_build_array(f.e -> 'result'))) as one
  where f.type in ('session.ResultRecorded', 'session.MinutesSigned', 'session.MinutesRectified')
),
decided as (
  select en.stream, en.path, last.one, last.one ->> 'outcome' as outcome,
         last.one -> 'absence' ? 'excuse' and (last.one -> 'absence' ->> 'proved')::boolean
           as excused,
         signed.edition, noted.type as noted
  from enrolled en
  left join lateral (
    select one from said where said.stream = en.stream and said.version > en.version
      and one ->> 'path' = en.path
    order by said.version desc limit 1) as last on true
  left join lateral (
    select edition, version from said where said.stream = en.stream
      and said.version > en.version and edition is not null and one ->> 'path' = en.path
    order by said.version desc limit 1) as signed on true
  -- How far the path has taken that edition; an annulment begins anew.
  left join lateral (
    select f.type from oracle.fact f
    where f.stream = en.stream and f.version > signed.version
      and (f.type = 'session.SessionAnnulled'
        or f.type in ('session.DecisionRecorded', 'session.DecisionUndone',
            'session.DecisionNotRecorded')
          and coalesce(f.e -> 'effect', f.e) ->> 'path' = en.path
          and (coalesce(f.e -> 'effect', f.e) ->> 'edition')::bigint = signed.edition)
    order by f.version desc limit 1) as noted on true
),
counts as (
  select d.stream, count(*) as enrolled,
         count(*) filter (where outcome <> 'ABSENT') as presented,
         count(*) filter (where outcome = 'TITLE') as titles,
         count(*) filter (where outcome = 'PARTIAL') as partial,
         count(*) filter (where outcome = 'REFUSED') as refused,
         count(*) filter (where outcome = 'ABSENT' and excused) as absent_excused,
         count(*) filter (where outcome = 'ABSENT' and not excused) as absent_not_excused,
         coalesce(sum(jsonb_array_length(one -> 'ccps')) filter (where outcome = 'CCPS'), 0)
           as ccps_decided,
         coalesce(sum((select count(*) from jsonb_array_elements(one -> 'ccps') as ccp
           where (ccp ->> 'granted')::boolean)), 0) as ccps_granted,
         count(*) filter (where outcome = 'CCS') as ccs,
         count(*) filter (where edition is not null
           and coalesce(noted, 'session.SessionAnnulled') = 'session.SessionAnnulled')
           as pending,
         count(*) filter (where noted = 'session.DecisionNotRecorded') as not_recorded
  from decided d group by d.stream
)
select p.stream::uuid as id, plan ->> 'kind' as kind, plan ->> 'certification' as certification,
       (p.e ->> 'certificationVersion')::bigint as certification_version,
       p.e -> 'regime' ->> 'code' as regime,
       (p.e -> 'regime' ->> 'edition')::bigint as regime_edition,
       (plan ->> 'heldOn')::date as held_on, plan ->> 'centre' as centre, plan ->> 'place' as place,
       plan ->> 'authority' as authority, plan ->> 'replaces' as replaces,
       coalesce((select case f.type
           when 'session.PresenceRecorded' then 'HELD'
           when 'session.AbsenceReported' then 'NOT_HELD'
           when 'session.MinutesRegistered' then 'REGISTERED'
           when 'session.ResultsNotified' then 'NOTIFIED'
           when 'session.SessionAnnulled' then 'ANNULLED' else 'SIGNED' end
         from oracle.fact f where f.stream = p.stream and f.type in (
           'session.PresenceRecorded', 'session.AbsenceReported', 'session.MinutesSigned',
           'session.MinutesRectified', 'session.MinutesRegistered', 'session.ResultsNotified',
           'session.SessionAnnulled')
         order by f.version desc limit 1), 'PLANNED') as state,
       coalesce(c.enrolled, 0) as enrolled, coalesce(c.presented, 0) as presented,
       coalesce(c.titles, 0) as titles, coalesce(c.partial, 0) as partial,
       coalesce(c.refused, 0) as refused, coalesce(c.absent_excused, 0) as absent_excused,
       coalesce(c.absent_not_excused, 0) as absent_not_excused,
       coalesce(c.ccps_decided, 0) as ccps_decided, coalesce(c.ccps_granted, 0) as ccps_granted,
       coalesce(c.ccs, 0) as ccs, coalesce(c.pending, 0) as pending,
       coalesce(c.not_recorded, 0) as not_recorded,
       (select max(version) from oracle.fact f where f.stream = p.stream) as version
from oracle.fact p
cross join lateral (values (p.e -> 'plan')) as _ (plan)
left join counts c on c.stream = p.stream
where p.type = 'session.SessionPlanned'
