with sat as (
  -- A CCP obtained and not annulled, before a transfer under its old code.
  select o.stream, (o.e ->> 'obtainedOn')::date as held_on
  from oracle.fact o
  where o.type = 'path.CcpObtained' and not exists (
    select from oracle.fact gone where gone.stream = o.stream and gone.version > o.version
      and gone.type = 'path.CcpAnnulled' and gone.e ->> 'obtainedOn' = o.e ->> 'obtainedOn'
      and (gone.e ->> 'ccp' = o.e ->> 'ccp' or exists (
        select from oracle.pins p
        cross join lateral jsonb_array_elements(p.carried) as one
        where p.stream = o.stream and p.moved between o.version and gone.version
          and one ->> 'from' = o.e ->> 'ccp' and one ->> 'to' = gone.e ->> 'ccp')))
)
select p.stream::uuid as path_id, p.candidate_id, p.certification, p.certification_version,
       p.regime, p.regime_edition, p.route, p.access, p.opened_on,
       (select min(held_on) from sat where sat.stream = p.stream) as first_ccp_on,
       (select coalesce((select was.e ->> 'to' from oracle.fact was where was.stream = p.stream
            and was.type = 'path.PathTransferred' and was.version < t.version
          order by was.version desc limit 1), opened.e ->> 'certification')
        from oracle.fact opened where t.e is not null and opened.stream = p.stream
          and opened.type = 'path.PathOpened') as title_certification,
       (t.e ->> 'heldOn')::date as title_awarded_on,
       t.e -> 'minutes' ->> 'session' as title_session,
       (t.withdrawal ->> 'decidedOn')::date as title_withdrawn_on,
       (half.e ->> 'answeredOn')::date as answered_6m_on,
       (half.e ->> 'employed')::boolean as employed_6m,
       (half.e ->> 'inOccupation')::boolean as in_occupation_6m,
       (two.e ->> 'answeredOn')::date as answered_2y_on,
       (two.e ->> 'employed')::boolean as employed_2y,
       (two.e ->> 'inOccupation')::boolean as in_occupation_2y,
       (select coalesce(jsonb_agg(jsonb_build_object('certification', led.to, 'ccp', l.e -> 'ccp',
          'obtainedOn', l.e -> 'obtainedOn', 'lapsedOn', l.e -> 'lapsedOn') order by l.version), '[]')
        from oracle.fact l
        cross join lateral (
          select coalesce((select was.e ->> 'to' from oracle.fact was
              where was.stream = l.stream and was.type = 'path.PathTransferred'
                and was.version < l.version order by was.version desc limit 1),
            (select opened.e ->> 'certification' from oracle.fact opened
              where opened.stream = l.stream and opened.type = 'path.PathOpened')) as to
        ) as led
        where l.stream = p.stream and l.type = 'path.CcpLapsed' and not exists (
          select from oracle.fact undone where undone.stream = l.stream
            and undone.version > l.version
            and undone.type in ('path.LapseReversed', 'path.CcpAnnulled')
            and undone.e ->> 'ccp' = l.e ->> 'ccp'
            and undone.e ->> 'obtainedOn' = l.e ->> 'obtainedOn')) as lapses,
       p.version
from oracle.pins p
left join oracle.title t on t.stream = p.stream
left join lateral (
  select e from oracle.fact f where f.stream = t.stream and f.version > t.version
    and type = 'path.InsertionSurveyed' and e ->> 'after' = 'SIX_MONTHS'
  order by f.version desc limit 1) as half on true
left join lateral (
  select e from oracle.fact f where f.stream = t.stream and f.version > t.version
    and type = 'path.InsertionSurveyed' and e ->> 'after' = 'TWO_YEARS'
  order by f.version desc limit 1) as two on true
