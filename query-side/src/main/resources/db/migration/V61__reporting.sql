-- What dashboards read, and the one place where each statistic is defined. Names and columns of the
-- views are kept: what is added later comes after. Ids only; no name ever stands here.
create schema reporting;

-- ---------------------------------------------------------------- row by row: what counts

create view reporting.paths as
select path_id, candidate_id, certification, certification_version, regime, regime_edition, route,
       access, opened_on, first_ccp_on, title_certification, title_awarded_on, title_withdrawn_on
from query.course;

create view reporting.titles as
select path_id, candidate_id, title_certification as certification, route, access,
       title_awarded_on as awarded_on,
       extract(year from title_awarded_on)::integer as year,
       title_session as session_id,
       first_ccp_on,
       case when first_ccp_on <= title_awarded_on then title_awarded_on - first_ccp_on end
         as days_from_first_ccp,
       answered_6m_on, employed_6m, in_occupation_6m,
       answered_2y_on, employed_2y, in_occupation_2y
from query.course
where title_awarded_on is not null and title_withdrawn_on is null;

create view reporting.title_decisions as
select c.path_id, s.certification, c.route, s."heldOn" as held_on,
       extract(year from s."heldOn")::integer as year,
       s.session as session_id, s.edition as minutes_edition, s.outcome, q.centre
from query.course c
cross join lateral jsonb_to_recordset(c.sittings)
  as s (certification text, "heldOn" date, outcome text, ccp text, session text, edition integer)
left join query.session q on q.id::text = s.session
where s.ccp is null;

create view reporting.ccp_results as
select c.path_id, s.certification, s.ccp, c.route, s."heldOn" as held_on,
       extract(year from s."heldOn")::integer as year,
       s.session as session_id, 'GRANTED' as outcome, 'CCP' as judged_in
from query.course c
cross join lateral jsonb_to_recordset(c.sittings)
  as s (certification text, "heldOn" date, ccp text, session text)
where s.ccp is not null
union all
select c.path_id, s.certification, of_version.ccp, c.route, s."heldOn",
       extract(year from s."heldOn")::integer,
       s.session, case when s.outcome = 'AWARDED' then 'GRANTED' else 'REFUSED' end, 'TITLE'
from query.course c
cross join lateral jsonb_to_recordset(c.sittings)
  as s (certification text, referentiel bigint, "heldOn" date, outcome text, ccp text, settled jsonb,
        whole boolean, session text)
join query.version_ccps v on v.certification = s.certification and v.number = s.referentiel
cross join lateral jsonb_array_elements_text(v.ccps) as of_version (ccp)
where s.ccp is null
  and (s.outcome in ('PARTIAL', 'REFUSED') or (s.outcome = 'AWARDED' and s.whole))
  and not s.settled @> to_jsonb(of_version.ccp)
union all
-- A CCP refused in a session of its own leaves nothing on the path: the minutes say it.
select (contender ->> 'pathId')::uuid, q.certification, decided ->> 'ccp', contender ->> 'route',
       q.held_on, extract(year from q.held_on)::integer, q.id::text, 'REFUSED', 'CCP'
from query.session q
cross join lateral json_array_elements(q.contenders) as enrolled (contender)
cross join lateral json_array_elements(contender -> 'result' -> 'ccps') as said (decided)
where q.kind = 'CCP' and q.state in ('SIGNED', 'REGISTERED', 'NOTIFIED')
  and contender -> 'result' ->> 'decision' = 'CCPS'
  and not (decided ->> 'granted')::boolean;

create view reporting.expired_windows as
select c.path_id, l.certification, c.route, l."lapsedOn" - 1 as last_day,
       l."lapsedOn" as expired_on,
       extract(year from l."lapsedOn")::integer as year,
       count(*) as ccps_lapsed
from query.course c
cross join lateral jsonb_to_recordset(c.lapses)
  as l (certification text, "lapsedOn" date)
group by c.path_id, l.certification, c.route, l."lapsedOn";

create view reporting.windows as
select last_day, id as path_id, candidate_id, certification, regime, regime_edition, route, anchor,
       governed_by, json_array_length(standing) as ccps_held
from query.path
where window_state = 'OPEN';

-- ---------------------------------------------------------------- figures over any period

-- A share of all in percent with one decimal; null, never 0 or 100, where there is nothing to share.
create function reporting.percent(part bigint, whole bigint) returns numeric
language sql immutable
as $$ select round(100.0 * part / nullif(whole, 0), 1) $$;

-- One row for each certification and year, or for each certification where not by_year. A null
-- criterion does not restrict. The day that counts is that of the award, of the jury, of the lapse.
create function reporting.figures(
  by_year boolean, of_certification text, from_day date, to_day date, by_route text)
returns table (
  certification text, year integer,
  certified bigint, certified_after_vae bigint,
  answers_6m bigint, employed_6m bigint, insertion_6m_rate numeric,
  in_occupation_6m bigint, in_occupation_6m_rate numeric,
  answers_2y bigint, in_occupation_2y bigint, in_occupation_2y_rate numeric,
  titles_judged bigint, titles_awarded bigint, titles_partial bigint, titles_refused bigint,
  title_absences bigint, title_success_rate numeric,
  ccps_judged bigint, ccps_granted bigint, ccp_success_rate numeric,
  titles_after_ccps bigint, median_days_first_ccp_to_title numeric,
  windows_expired bigint)
language sql stable
as $$
  with title as (
    select t.certification as code, case when by_year then t.year else 0 end as bucket,
           t.candidate_id, t.route, t.days_from_first_ccp,
           t.employed_6m, t.in_occupation_6m, t.in_occupation_2y
    from reporting.titles t
    where (of_certification is null or t.certification = of_certification)
      and (from_day is null or t.awarded_on >= from_day)
      and (to_day is null or t.awarded_on <= to_day)
      and (by_route is null or t.route = by_route)
  ),
  person as (
    select t.code, t.bucket, t.candidate_id,
           bool_or(t.route = 'VAE') as after_vae,
           bool_or(t.employed_6m) as employed_6m,
           bool_or(t.in_occupation_6m) as in_occupation_6m,
           bool_or(t.in_occupation_2y) as in_occupation_2y
    from title t
    group by t.code, t.bucket, t.candidate_id
  ),
  people as (
    select p.code, p.bucket, count(*) as certified,
           count(*) filter (where p.after_vae) as after_vae,
           count(p.employed_6m) as answers_6m,
           count(*) filter (where p.employed_6m) as employed_6m,
           count(*) filter (where p.in_occupation_6m) as in_occupation_6m,
           count(p.in_occupation_2y) as answers_2y,
           count(*) filter (where p.in_occupation_2y) as in_occupation_2y
    from person p
    group by p.code, p.bucket
  ),
  wait as (
    select t.code, t.bucket, count(t.days_from_first_ccp) as titles,
           percentile_cont(0.5) within group (order by t.days_from_first_ccp) as median
    from title t
    group by t.code, t.bucket
  ),
  jury as (
    select d.certification as code, case when by_year then d.year else 0 end as bucket,
           count(*) filter (where d.outcome <> 'ABSENT') as judged,
           count(*) filter (where d.outcome = 'AWARDED') as awarded,
           count(*) filter (where d.outcome = 'PARTIAL') as partial,
           count(*) filter (where d.outcome = 'REFUSED') as refused,
           count(*) filter (where d.outcome = 'ABSENT') as absences
    from reporting.title_decisions d
    where (of_certification is null or d.certification = of_certification)
      and (from_day is null or d.held_on >= from_day)
      and (to_day is null or d.held_on <= to_day)
      and (by_route is null or d.route = by_route)
    group by 1, 2
  ),
  ccp as (
    select r.certification as code, case when by_year then r.year else 0 end as bucket,
           count(*) as judged,
           count(*) filter (where r.outcome = 'GRANTED') as granted
    from reporting.ccp_results r
    where (of_certification is null or r.certification = of_certification)
      and (from_day is null or r.held_on >= from_day)
      and (to_day is null or r.held_on <= to_day)
      and (by_route is null or r.route = by_route)
    group by 1, 2
  ),
  expired as (
    select w.certification as code, case when by_year then w.year else 0 end as bucket,
           count(*) as windows
    from reporting.expired_windows w
    where (of_certification is null or w.certification = of_certification)
      and (from_day is null or w.expired_on >= from_day)
      and (to_day is null or w.expired_on <= to_day)
      and (by_route is null or w.route = by_route)
    group by 1, 2
  ),
  key as (
    select code, bucket from people
    union select code, bucket from jury
    union select code, bucket from ccp
    union select code, bucket from expired
  )
  select key.code, nullif(key.bucket, 0),
         coalesce(people.certified, 0), coalesce(people.after_vae, 0),
         coalesce(people.answers_6m, 0), coalesce(people.employed_6m, 0),
         reporting.percent(people.employed_6m, people.answers_6m),
         coalesce(people.in_occupation_6m, 0),
         reporting.percent(people.in_occupation_6m, people.answers_6m),
         coalesce(people.answers_2y, 0), coalesce(people.in_occupation_2y, 0),
         reporting.percent(people.in_occupation_2y, people.answers_2y),
         coalesce(jury.judged, 0), coalesce(jury.awarded, 0), coalesce(jury.partial, 0),
         coalesce(jury.refused, 0), coalesce(jury.absences, 0),
         reporting.percent(jury.awarded, jury.judged),
         coalesce(ccp.judged, 0), coalesce(ccp.granted, 0),
         reporting.percent(ccp.granted, ccp.judged),
         coalesce(wait.titles, 0), round(wait.median::numeric, 1),
         coalesce(expired.windows, 0)
  from key
  left join people using (code, bucket)
  left join wait using (code, bucket)
  left join jury using (code, bucket)
  left join ccp using (code, bucket)
  left join expired using (code, bucket)
$$;

-- One row for each session at which the title was judged; where no session is known, the decisions
-- of one day on one title are one session.
create function reporting.session_figures(
  of_certification text, from_day date, to_day date, by_route text)
returns table (
  held_on date, certification text, session_id text, year integer, judged bigint, awarded bigint,
  partial bigint, refused bigint, absent bigint, success_rate numeric, centre text)
language sql stable
as $$
  select d.held_on, d.certification, d.session_id, d.year,
         count(*) filter (where d.outcome <> 'ABSENT'),
         count(*) filter (where d.outcome = 'AWARDED'),
         count(*) filter (where d.outcome = 'PARTIAL'),
         count(*) filter (where d.outcome = 'REFUSED'),
         count(*) filter (where d.outcome = 'ABSENT'),
         reporting.percent(
           count(*) filter (where d.outcome = 'AWARDED'),
           count(*) filter (where d.outcome <> 'ABSENT')),
         d.centre
  from reporting.title_decisions d
  where (of_certification is null or d.certification = of_certification)
    and (from_day is null or d.held_on >= from_day)
    and (to_day is null or d.held_on <= to_day)
    and (by_route is null or d.route = by_route)
  group by d.held_on, d.certification, d.session_id, d.year, d.centre
$$;

-- One row for each CCP and year, or for each CCP where not by_year.
create function reporting.ccp_figures(
  by_year boolean, of_certification text, from_day date, to_day date, by_route text)
returns table (
  certification text, ccp text, year integer, judged bigint, granted bigint, refused bigint,
  success_rate numeric)
language sql stable
as $$
  select r.certification, r.ccp, case when by_year then r.year end,
         count(*),
         count(*) filter (where r.outcome = 'GRANTED'),
         count(*) filter (where r.outcome = 'REFUSED'),
         reporting.percent(count(*) filter (where r.outcome = 'GRANTED'), count(*))
  from reporting.ccp_results r
  where (of_certification is null or r.certification = of_certification)
    and (from_day is null or r.held_on >= from_day)
    and (to_day is null or r.held_on <= to_day)
    and (by_route is null or r.route = by_route)
  group by 1, 2, 3
$$;

create view reporting.certified_by_year as
select * from reporting.figures(true, null, null, null, null);

create view reporting.sessions as
select * from reporting.session_figures(null, null, null, null);

create view reporting.ccps as
select * from reporting.ccp_figures(true, null, null, null, null);
