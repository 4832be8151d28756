with enrolled as (
  select f.stream, f.version, f.e -> 'candidacy' ->> 'path' as path, f.e
  from oracle.fact f
  where f.type = 'session.CandidateEnrolled' and not exists (
    select from oracle.fact gone where gone.stream = f.stream and gone.version > f.version
      and gone.type = 'session.CandidateWithdrawn'
      and gone.e ->> 'path' = f.e -> 'candidacy' ->> 'path')
),
convoked as (
  select stream, version, coalesce(e ->> 'member', e ->> 'path') as who, jsonb_build_object(
           'sentOn', e -> 'sentOn', 'lastDay', e -> 'lastDay', 'derogation', e -> 'derogation',
           'rule', e -> 'rule') as convocation
  from oracle.fact where type in ('session.MemberConvoked', 'session.CandidateConvoked')
),
-- What was decided last on each, at the session or by an edition of its minutes.
said as (
  select f.stream, f.version, f.type, (f.e ->> 'edition')::bigint as edition, one, place,
         coalesce(one -> 'absence' ? 'excuse' and (one -> 'absence' ->> 'proved')::boolean, false)
           as excused,
         f.e -> 'deliberating' as deliberating, f.e -> 'conflicted' as conflicted
  from oracle.fact f
  cross join lateral jsonb_array_elements(coalesce(f.e -> 'results',
    jsonb_build_array(f.e -> 'result'))) with ordinality as _ (one, place)
  where f.type in ('session.ResultRecorded', 'session.MinutesSigned', 'session.MinutesRectified')
),
-- As it is shown.
shown as (
  select stream, version, place, one ->> 'path' as path, jsonb_build_object(
           'pathId', one -> 'path', 'decision', one -> 'outcome',
           'interviewHeld', one -> 'interviewHeld', 'evidence', one -> 'evidence',
           'ccps', one -> 'ccps', 'excuse', one -> 'absence' -> 'excuse',
           'proved', one -> 'absence' -> 'proved',
           'excused', case when one ? 'absence' then excused end,
           'votes', one -> 'votes', 'fraudReport', one -> 'fraudReport') as result
  from said
),
decided as (
  select en.stream, en.version, en.path, en.e, last.one, last.one ->> 'outcome' as outcome,
         last.excused, last.version as decided_in, signed.edition, noted.type as noted,
         noted.e as note
  from enrolled en
  left join lateral (
    select one, excused, version from said where said.stream = en.stream
      and said.version > en.version and one ->> 'path' = en.path
    order by said.version desc limit 1) as last on true
  left join lateral (
    select edition, version from said where said.stream = en.stream
      and said.version > en.version and edition is not null and one ->> 'path' = en.path
    order by said.version desc limit 1) as signed on true
  -- How far the path has taken that edition; an annulment begins anew.
  left join lateral (
    select f.type, f.e from oracle.fact f
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
),
contenders as (
  select d.stream, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'pathId', d.path, 'candidateId', c -> 'candidate', 'route', c -> 'route',
           'ccps', c -> 'ccps', 'ccs', c -> 'ccs', 'organisations', c -> 'organisations',
           'enrolledOn', d.e -> 'enrolledOn', 'convocation', sent.convocation,
           'result', shown.result,
           'deliberating', coalesce(by.deliberating, '[]'),
           'conflicted', coalesce(by.conflicted, '[]'),
           'effect', case when d.edition is not null then jsonb_build_object(
             'state', case d.noted
               when 'session.DecisionRecorded' then 'RECORDED'
               when 'session.DecisionUndone' then 'UNDONE'
               when 'session.DecisionNotRecorded' then 'NOT_RECORDED'
               when 'session.SessionAnnulled' then 'UNDOING' else 'PENDING' end,
             'edition', d.edition, 'on', d.note -> 'notedOn',
             'refused', coalesce(d.note -> 'refused', '[]')) end))
           order by d.version) as all
  from decided d
  cross join lateral (values (d.e -> 'candidacy')) as _ (c)
  left join shown on shown.stream = d.stream and shown.version = d.decided_in
    and shown.path = d.path
  left join lateral (
    select deliberating, conflicted from said where said.stream = d.stream
      and said.version > d.version and type = 'session.ResultRecorded'
      and said.one ->> 'path' = d.path
    order by said.version desc limit 1) as by on true
  left join lateral (
    select convocation from convoked where convoked.stream = d.stream
      and convoked.version > d.version and who = d.path
    order by convoked.version desc limit 1) as sent on true
  group by d.stream
),
seats as (
  select f.stream, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'id', m -> 'id', 'person', m -> 'name' -> 'person', 'name', m -> 'name' -> 'ciphertext',
           'role', m -> 'role', 'chair', m -> 'chair', 'practiceYears', m -> 'practiceYears',
           'leftSectorOn', m -> 'leftSectorOn', 'listedFrom', m -> 'listedFrom',
           'listedThrough', m -> 'listedThrough', 'specialities', m -> 'specialities',
           'organisations', m -> 'organisations', 'trained', m -> 'trained',
           'appointedOn', f.e -> 'appointedOn', 'rule', f.e -> 'rule',
           'convocation', sent.convocation,
           'present', (select g.e -> 'present' @> (m -> 'id') from oracle.fact g
             where g.stream = f.stream and g.version > f.version
               and g.type = 'session.PresenceRecorded'
             order by g.version desc limit 1)))
           order by f.version) as all
  from oracle.fact f
  cross join lateral (values (f.e -> 'member')) as _ (m)
  left join lateral (
    select convocation from convoked where convoked.stream = f.stream
      and convoked.version > f.version and who = m ->> 'id'
    order by convoked.version desc limit 1) as sent on true
  where f.type = 'session.MemberAppointed' group by f.stream
),
editions as (
  select f.stream, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'edition', f.e -> 'edition',
           'signedOn', coalesce(f.e -> 'signedOn', f.e -> 'decidedOn'),
           'reason', f.e -> 'reason', 'legalSource', f.e -> 'legalSource',
           'signatories', coalesce(f.e -> 'signatories', '[]'),
           'number', registered.e -> 'number', 'authority', registered.e -> 'authority',
           'registeredOn', registered.e -> 'registeredOn',
           'notifiedOn', (select g.e -> 'notifiedOn' from oracle.fact g
             where g.stream = f.stream and g.version > f.version
               and g.type = 'session.ResultsNotified' and g.e -> 'edition' = f.e -> 'edition'
             order by g.version desc limit 1),
           'results', (select coalesce(jsonb_agg(result order by place), '[]') from shown
             where shown.stream = f.stream and shown.version = f.version),
           'rule', f.e -> 'rule'))
           order by f.version) as all
  from oracle.fact f
  left join lateral (
    select g.e from oracle.fact g where g.stream = f.stream and g.version > f.version
      and g.type = 'session.MinutesRegistered' and g.e -> 'edition' = f.e -> 'edition'
    order by g.version desc limit 1) as registered on true
  where f.type in ('session.MinutesSigned', 'session.MinutesRectified') group by f.stream
),
acts as (
  select f.stream, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'kind', kind, 'number', coalesce(f.e -> 'appeal', f.e -> 'refusal', '1'),
           'on', coalesce(f.e -> 'drawnUpOn', f.e -> 'decidedOn', f.e -> 'lodgedOn'),
           'before', f.e -> 'body', 'outcome', answer.e -> 'outcome',
           'outcomeOn', coalesce(answer.e -> 'decidedOn', f.e -> 'newSessionAuthorisedOn'),
           'text', coalesce(answer.e -> 'reason', f.e -> 'reason', f.e -> 'remarks'),
           'legalSource', f.e -> 'legalSource', 'rule', f.e -> 'rule'))
           order by f.version) as all
  from oracle.fact f
  join (values ('session.AbsenceReported', 'ABSENCE_REPORT'),
    ('session.SessionAnnulled', 'ANNULMENT'), ('session.AnnulmentRefused', 'ANNULMENT_REFUSAL'),
    ('session.RefusalAppealed', 'APPEAL')) as kinds (type, kind) using (type)
  left join lateral (
    select g.e from oracle.fact g where kind = 'APPEAL' and g.stream = f.stream
      and g.version > f.version and g.type = 'session.RefusalAppealDecided'
      and g.e -> 'appeal' = f.e -> 'appeal'
    order by g.version desc limit 1) as answer on true
  group by f.stream
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
       coalesce(seats.all, '[]') as seats, coalesce(contenders.all, '[]') as contenders,
       coalesce(editions.all, '[]') as editions, coalesce(acts.all, '[]') as acts,
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
left join seats on seats.stream = p.stream
left join contenders on contenders.stream = p.stream
left join editions on editions.stream = p.stream
left join acts on acts.stream = p.stream
where p.type = 'session.SessionPlanned'
