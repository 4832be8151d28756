-- For which CCPs an obtaining stands, from when until when: for another one after a transfer.
with recursive stands as (
  select stream, version as obtained, version as since, 0::bigint as place, e ->> 'ccp' as ccp,
         e ->> 'obtainedOn' as held_on
  from oracle.fact where type = 'path.CcpObtained'
  union all
  select s.stream, s.obtained, moved.version, it.place, it.one ->> 'to', s.held_on
  from stands s
  cross join lateral (
    select version, e from oracle.fact f where f.stream = s.stream and f.version > s.since
      and type = 'path.PathTransferred'
    order by version limit 1) as moved
  cross join lateral jsonb_array_elements(moved.e -> 'carried') with ordinality as it (one, place)
  where one ->> 'from' = s.ccp and one ->> 'obtainedOn' = s.held_on
),
stood as (
  select s.*, coalesce((select min(version) from oracle.fact f where f.stream = s.stream
           and f.version > s.since and type = 'path.PathTransferred'), 1e9) as until
  from stands s
),
-- What was said of it meanwhile.
touched as (
  select s.stream, s.obtained, s.since, f.version, f.type
  from stood s join oracle.fact f on f.stream = s.stream and f.version > s.since
    and f.version < s.until and f.e ->> 'ccp' = s.ccp and f.e ->> 'obtainedOn' = s.held_on
    and f.type in ('path.CcpAnnulled', 'path.CcpLapsed', 'path.LapseReversed')
),
-- Each time a candidate was judged, but for what was annulled since.
judged as (
  select f.stream, f.version, f.type, f.e, led.certification, led.referentiel,
         coalesce(f.e ->> 'obtainedOn', f.e ->> 'heldOn') as held_on
  from oracle.fact f
  cross join lateral (
    select coalesce(l.e -> 'to', l.e -> 'certification') as certification,
           coalesce(l.e -> 'toVersion', l.e -> 'certificationVersion') as referentiel
    from oracle.fact l where l.stream = f.stream and l.version < f.version
      and l.type in ('path.PathOpened', 'path.PathTransferred')
    order by l.version desc limit 1) as led
  where f.type in ('path.CcpObtained', 'path.TitleAwarded', 'path.TitleRefused',
      'path.CandidateAbsent')
    and not exists (select from touched t where t.stream = f.stream and t.obtained = f.version
      and t.type = 'path.CcpAnnulled')
    and not exists (select from oracle.fact gone where gone.stream = f.stream
      and gone.version > f.version and (f.type, gone.type) in (
        ('path.TitleAwarded', 'path.TitleAnnulled'),
        ('path.TitleRefused', 'path.TitleRefusalAnnulled'),
        ('path.CandidateAbsent', 'path.AbsenceAnnulled'))
      and case f.type when 'path.TitleAwarded' then gone.e -> 'heldOn' = f.e -> 'heldOn'
        else gone.e -> 'minutes' = f.e -> 'minutes' end)
),
-- What counts at each decision on the title, and now.
counting as (
  select at.stream, at.version as at, s.obtained, s.ccp, s.held_on
  from (
    select stream, version from judged where type in ('path.TitleAwarded', 'path.TitleRefused')
    union all
    select stream, 1e9 from oracle.pins
  ) as at
  join stood s on s.stream = at.stream and s.since < at.version and s.until >= at.version
  where coalesce((select t.type from touched t where t.stream = s.stream
      and t.obtained = s.obtained and t.version < at.version
      and (t.since = s.since or t.type = 'path.CcpAnnulled')
    order by t.version desc limit 1), 'path.LapseReversed') = 'path.LapseReversed'
),
settled as (
  select j.stream, j.version, to_jsonb(array(
           select distinct c.ccp collate "C" from counting c where c.stream = j.stream
             and c.at = j.version and c.held_on <= j.held_on order by 1)) as before,
         to_jsonb(array(select g collate "C" from jsonb_array_elements_text(j.e -> 'granted') as g
           where not exists (select from counting c where c.stream = j.stream
             and c.at = j.version and c.held_on <= j.held_on and c.ccp = g) order by 1)) as granted
  from judged j where j.type in ('path.TitleAwarded', 'path.TitleRefused')
),
sittings as (
  select j.stream, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
           'certification', j.certification, 'referentiel', j.referentiel, 'heldOn', j.held_on,
           'outcome', case when j.type = 'path.CandidateAbsent' then 'ABSENT'
             when j.type <> 'path.TitleRefused' then 'AWARDED'
             when j.e -> 'granted' = '[]' then 'REFUSED' else 'PARTIAL' end,
           'ccp', j.e -> 'ccp', 'settled', coalesce(before || granted, '[]'),
           'whole', coalesce(j.e ->> 'restsOn' = 'SESSION', false),
           'codes', (select coalesce(jsonb_agg(s.ccp order by s.place), '[]') from stood s
             where s.stream = j.stream and s.obtained = j.version and s.until = 1e9),
           'counts', exists (select from counting c where c.stream = j.stream
             and c.obtained = j.version and c.at = 1e9),
           'session', coalesce(j.e -> 'minutes' -> 'session', j.e -> 'session'),
           'edition', j.e -> 'minutes' -> 'edition'))
           order by j.version) as all
  from judged j left join settled using (stream, version) group by j.stream
)
select p.stream::uuid as path_id, p.candidate_id, p.certification, p.certification_version,
       p.regime, p.regime_edition, p.route, p.access, p.opened_on,
       (select min(held_on)::date from judged j where j.stream = p.stream
         and j.type = 'path.CcpObtained') as first_ccp_on,
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
          'obtainedOn', l.e -> 'obtainedOn', 'lapsedOn', l.e -> 'lapsedOn')
          order by l.version), '[]')
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
       coalesce(sittings.all, '[]') as sittings, p.version
from oracle.pins p
left join sittings on sittings.stream = p.stream
left join oracle.title t on t.stream = p.stream
left join lateral (
  select e from oracle.fact f where f.stream = t.stream and f.version > t.version
    and type = 'path.InsertionSurveyed' and e ->> 'after' = 'SIX_MONTHS'
  order by f.version desc limit 1) as half on true
left join lateral (
  select e from oracle.fact f where f.stream = t.stream and f.version > t.version
    and type = 'path.InsertionSurveyed' and e ->> 'after' = 'TWO_YEARS'
  order by f.version desc limit 1) as two on true
