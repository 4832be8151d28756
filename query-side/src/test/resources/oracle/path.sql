with standing as (
  select gained.stream, gained.version, place, ccp, obtained_on
  from (
    select stream, version, 0 as place, e ->> 'ccp' as ccp, e ->> 'obtainedOn' as obtained_on
    from oracle.fact where type in ('path.CcpObtained', 'path.LapseReversed')
    union all
    select stream, moved, place, one ->> 'to', one ->> 'obtainedOn'
    from oracle.pins
    cross join lateral jsonb_array_elements(carried) with ordinality as _ (one, place)
  ) as gained
  join oracle.pins using (stream)
  where gained.version >= coalesce(moved, 0) and not exists (
    select from oracle.fact lost where lost.stream = gained.stream
      and lost.version > gained.version and lost.type in ('path.CcpAnnulled', 'path.CcpLapsed')
      and lost.e ->> 'ccp' = ccp and lost.e ->> 'obtainedOn' = obtained_on)
)
select p.stream::uuid as id, p.candidate_id, p.certification, p.certification_version, p.regime,
       p.regime_edition, p.route, p.access, p.opened_on,
       case when title.e is null then 'OPEN' when withdrawal is null then 'TITLE_AWARDED'
         else 'TITLE_WITHDRAWN' end as status,
       coalesce(question.type = 'path.TitleCalledIntoQuestion', false) as in_question,
       (title.e ->> 'heldOn')::date as title_awarded_on, title.e ->> 'restsOn' as title_rests_on,
       (withdrawal ->> 'decidedOn')::date as title_withdrawn_on,
       p.regime = 'RNCP-PRIVATE' as windowless,
       case when open is not null then 'OPEN'
         when win.type = 'path.WindowFulfilled' then 'FULFILLED'
         when p.regime = 'RNCP-PRIVATE' then 'UNLIMITED' else 'NONE' end as window_state,
       (open ->> 'anchor')::date as anchor, (open ->> 'lastDay')::date as last_day,
       open ->> 'governedBy' as governed_by, (win.e ->> 'fulfilledOn')::date as fulfilled_on,
       (select coalesce(jsonb_agg(jsonb_build_object('ccp', ccp, 'obtainedOn', obtained_on)
          order by s.version, place), '[]')
        from standing s where s.stream = p.stream) as standing,
       p.version
from oracle.pins p
left join oracle.title on title.stream = p.stream
left join lateral (
  select type from oracle.fact f where f.stream = p.stream and type in (
    'path.TitleCalledIntoQuestion', 'path.TitleAnnulled', 'path.TitleWithdrawn',
    'path.TitleConfirmed')
  order by version desc limit 1) as question on true
left join lateral (
  select type, e from oracle.fact f where f.stream = p.stream and type like 'path.Window%'
  order by version desc limit 1) as win on true
cross join lateral (values (coalesce(win.e -> 'window', win.e -> 'to'))) as _ (open)
