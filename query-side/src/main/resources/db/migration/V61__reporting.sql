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

-- ---------------------------------------------------------------- what each column means

comment on view reporting.paths is
  'Every path, one row each.';
comment on column reporting.paths.path_id is
  'Id of the path.';
comment on column reporting.paths.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.paths.certification is
  'Title the path leads to now.';
comment on column reporting.paths.certification_version is
  'Version of its référentiel.';
comment on column reporting.paths.regime is
  'Legal regime pinned.';
comment on column reporting.paths.regime_edition is
  'Its edition.';
comment on column reporting.paths.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.paths.access is
  'Voie daccès.';
comment on column reporting.paths.opened_on is
  'Day the path was opened.';
comment on column reporting.paths.first_ccp_on is
  'Day of the first CCP obtained and not annulled, lapsed since or not.';
comment on column reporting.paths.title_certification is
  'Title awarded; null where none is, or its award was annulled.';
comment on column reporting.paths.title_awarded_on is
  'Day the jury awarded it.';
comment on column reporting.paths.title_withdrawn_on is
  'Day it was taken back.';

comment on view reporting.titles is
  'Every title that counts: awarded, not annulled, not withdrawn.';
comment on column reporting.titles.path_id is
  'Id of the path.';
comment on column reporting.titles.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.titles.certification is
  'Title awarded.';
comment on column reporting.titles.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.titles.access is
  'Voie daccès.';
comment on column reporting.titles.awarded_on is
  'Day the jury awarded it.';
comment on column reporting.titles.year is
  'Civil year of that day.';
comment on column reporting.titles.session_id is
  'Id of the session, where known.';
comment on column reporting.titles.first_ccp_on is
  'Day of the first CCP of the path.';
comment on column reporting.titles.days_from_first_ccp is
  'Days from the first CCP to the title; null where no CCP came before it.';
comment on column reporting.titles.answered_6m_on is
  'Day of the answer six months after; null without an answer.';
comment on column reporting.titles.employed_6m is
  'Whether employed then.';
comment on column reporting.titles.in_occupation_6m is
  'Whether in the occupation of the title then.';
comment on column reporting.titles.answered_2y_on is
  'Day of the answer two years after; null without an answer.';
comment on column reporting.titles.employed_2y is
  'Whether employed then.';
comment on column reporting.titles.in_occupation_2y is
  'Whether in the occupation of the title then.';

comment on view reporting.title_decisions is
  'Every decision on a whole title that was not annulled.';
comment on column reporting.title_decisions.path_id is
  'Id of the path.';
comment on column reporting.title_decisions.certification is
  'Title judged.';
comment on column reporting.title_decisions.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.title_decisions.held_on is
  'Day the jury sat.';
comment on column reporting.title_decisions.year is
  'Civil year of that day.';
comment on column reporting.title_decisions.session_id is
  'Id of the session, where known.';
comment on column reporting.title_decisions.minutes_edition is
  'Edition of the minutes, where Livret keeps them.';
comment on column reporting.title_decisions.outcome is
  'AWARDED, PARTIAL, REFUSED or ABSENT.';

comment on view reporting.ccp_results is
  'Every CCP granted or refused that was not annulled.';
comment on column reporting.ccp_results.path_id is
  'Id of the path.';
comment on column reporting.ccp_results.certification is
  'Title the CCP is of.';
comment on column reporting.ccp_results.ccp is
  'Code of the CCP.';
comment on column reporting.ccp_results.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.ccp_results.held_on is
  'Day it was judged.';
comment on column reporting.ccp_results.year is
  'Civil year of that day.';
comment on column reporting.ccp_results.session_id is
  'Id of the session, where known.';
comment on column reporting.ccp_results.outcome is
  'GRANTED or REFUSED.';
comment on column reporting.ccp_results.judged_in is
  'CCP where it was obtained as such; TITLE where it follows from a decision on the whole title.';

comment on view reporting.expired_windows is
  'Every window whose last day passed before its target was met.';
comment on column reporting.expired_windows.path_id is
  'Id of the path.';
comment on column reporting.expired_windows.certification is
  'Title the path led to then.';
comment on column reporting.expired_windows.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.expired_windows.last_day is
  'Last day of the window.';
comment on column reporting.expired_windows.expired_on is
  'The day after: the first on which CCPs counted no longer.';
comment on column reporting.expired_windows.year is
  'Civil year of expired_on.';
comment on column reporting.expired_windows.ccps_lapsed is
  'How many CCPs lapsed with it.';

comment on view reporting.windows is
  'Every open window, as announced.';
comment on column reporting.windows.last_day is
  'Last day on which the target can be met, included.';
comment on column reporting.windows.path_id is
  'Id of the path.';
comment on column reporting.windows.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.windows.certification is
  'Title the path leads to.';
comment on column reporting.windows.regime is
  'Legal regime pinned.';
comment on column reporting.windows.regime_edition is
  'Its edition.';
comment on column reporting.windows.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.windows.anchor is
  'Day from which the window runs.';
comment on column reporting.windows.governed_by is
  'Which limit sets the last day.';
comment on column reporting.windows.ccps_held is
  'How many CCPs count.';

comment on view reporting.certified_by_year is
  'The statistics of each title and year. A rate is null where there is nothing to take it of.';
comment on column reporting.certified_by_year.certification is
  'Title.';
comment on column reporting.certified_by_year.year is
  'Civil year.';
comment on column reporting.certified_by_year.certified is
  'Persons awarded the title, each once.';
comment on column reporting.certified_by_year.certified_after_vae is
  'Of them after VAE.';
comment on column reporting.certified_by_year.answers_6m is
  'Of the certified, those who answered six months after.';
comment on column reporting.certified_by_year.employed_6m is
  'Of those answers, employed.';
comment on column reporting.certified_by_year.insertion_6m_rate is
  'employed_6m in percent of answers_6m.';
comment on column reporting.certified_by_year.in_occupation_6m is
  'Of those answers, in the occupation.';
comment on column reporting.certified_by_year.in_occupation_6m_rate is
  'in_occupation_6m in percent of answers_6m.';
comment on column reporting.certified_by_year.answers_2y is
  'Of the certified, those who answered two years after.';
comment on column reporting.certified_by_year.in_occupation_2y is
  'Of those answers, in the occupation.';
comment on column reporting.certified_by_year.in_occupation_2y_rate is
  'in_occupation_2y in percent of answers_2y.';
comment on column reporting.certified_by_year.titles_judged is
  'Candidates before a jury for the whole title that year, absent ones not.';
comment on column reporting.certified_by_year.titles_awarded is
  'Of them, the title awarded.';
comment on column reporting.certified_by_year.titles_partial is
  'Of them, the title refused and CCPs granted.';
comment on column reporting.certified_by_year.titles_refused is
  'Of them, refused with nothing granted.';
comment on column reporting.certified_by_year.title_absences is
  'Candidates who did not come.';
comment on column reporting.certified_by_year.title_success_rate is
  'titles_awarded in percent of titles_judged.';
comment on column reporting.certified_by_year.ccps_judged is
  'CCPs granted or refused that year.';
comment on column reporting.certified_by_year.ccps_granted is
  'Of them granted.';
comment on column reporting.certified_by_year.ccp_success_rate is
  'ccps_granted in percent of ccps_judged.';
comment on column reporting.certified_by_year.titles_after_ccps is
  'Titles of the year that a CCP preceded or came with.';
comment on column reporting.certified_by_year.median_days_first_ccp_to_title is
  'Of those, the median number of days from the first CCP to the title.';
comment on column reporting.certified_by_year.windows_expired is
  'Windows that expired that year.';

comment on view reporting.sessions is
  'Every session at which a whole title was judged; without a known session, a day.';
comment on column reporting.sessions.held_on is
  'Day the jury sat.';
comment on column reporting.sessions.certification is
  'Title judged.';
comment on column reporting.sessions.session_id is
  'Id of the session; null where none is known.';
comment on column reporting.sessions.year is
  'Civil year.';
comment on column reporting.sessions.judged is
  'Candidates judged, absent ones not.';
comment on column reporting.sessions.awarded is
  'Of them, the title awarded.';
comment on column reporting.sessions.partial is
  'Of them, the title refused and CCPs granted.';
comment on column reporting.sessions.refused is
  'Of them, refused with nothing granted.';
comment on column reporting.sessions.absent is
  'Candidates who did not come.';
comment on column reporting.sessions.success_rate is
  'awarded in percent of judged; null where nobody was.';

comment on view reporting.ccps is
  'The results of each CCP in each year.';
comment on column reporting.ccps.certification is
  'Title the CCP is of.';
comment on column reporting.ccps.ccp is
  'Code of the CCP.';
comment on column reporting.ccps.year is
  'Civil year.';
comment on column reporting.ccps.judged is
  'Times it was judged.';
comment on column reporting.ccps.granted is
  'Of them granted.';
comment on column reporting.ccps.refused is
  'Of them refused.';
comment on column reporting.ccps.success_rate is
  'granted in percent of judged.';

comment on column reporting.title_decisions.centre is
  'Centre that organised the session, where known.';
comment on column reporting.sessions.centre is
  'Centre that organised it, where known.';
