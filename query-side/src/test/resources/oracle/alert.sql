with raised as (
  select distinct on (stream) stream, version, e
  from oracle.fact where type = 'alert.AlertRaised' order by stream, version desc
),
-- Each piece of news is told by every channel, each time the alert is raised or cancelled.
told as (
  select f.stream, f.version, channel, news,
         coalesce((f.e ->> 'occasion')::int, (
           select (r.e ->> 'occasion')::int from oracle.fact r where r.stream = f.stream
             and r.type = 'alert.AlertRaised' and r.version < f.version
           order by r.version desc limit 1)) as occasion
  from oracle.fact f
  cross join lateral (values (case f.type when 'alert.AlertRaised' then 'RAISED'
    when 'alert.AlertCancelled' then 'CANCELLED' end)) as _ (news)
  cross join lateral jsonb_array_elements_text(f.e -> 'channels') as channel
  where news is not null
),
came as (
  select told.*, coalesce((
    select case f.type when 'alert.AlertDelivered' then 'DELIVERED'
        when 'alert.AlertDeliveryAbandoned' then 'DEAD'
        when 'alert.AlertDeliveryResumed' then 'PENDING'
        else 'WITHDRAWN' end
    from oracle.fact f
    where f.stream = told.stream and f.version > told.version
      and (f.e -> 'delivery' = jsonb_build_object('news', news, 'occasion', occasion,
          'channel', channel)
        or f.type = 'alert.AlertCancelled' and coalesce((
          select before.type = 'alert.AlertDeliveryResumed' from oracle.fact before
          where before.stream = told.stream and before.version between told.version and f.version
            and before.e -> 'delivery' = jsonb_build_object('news', news, 'occasion', occasion,
              'channel', channel)
          order by before.version desc limit 1), true))
    order by f.version desc limit 1), 'PENDING') as state
  from told
)
select r.stream::uuid as id, d ->> 'subject' as subject, (d ->> 'id')::uuid as subject_id,
       d ->> 'name' as name, (d ->> 'candidate')::uuid as candidate_id,
       (d ->> 'lastDay')::date as last_day, d ->> 'rule' as rule,
       (r.e ->> 'horizon')::bigint as horizon, (r.e ->> 'occasion')::bigint as occasion,
       case last.type when 'alert.AlertCancelled' then 'CANCELLED'
         when 'alert.AlertAcknowledged' then 'ACKNOWLEDGED' else 'RAISED' end as state,
       (r.e ->> 'raisedOn')::date as raised_on,
       (noticed.e ->> 'acknowledgedOn')::date as acknowledged_on,
       noticed.actor as acknowledged_by, noticed.e ->> 'note' as note,
       (c ->> 'cancelledOn')::date as cancelled_on, c -> 'cause' ->> 'kind' as cause,
       (c -> 'cause' ->> 'on')::date as cause_on, (c -> 'cause' ->> 'movedTo')::date as moved_to,
       (select coalesce(jsonb_agg(jsonb_build_object('news', news, 'occasion', came.occasion,
          'channel', channel, 'state', state) order by came.version, channel collate "C"), '[]')
        from came where came.stream = r.stream) as deliveries,
       (select max(version) from oracle.fact f where f.stream = r.stream) as version
from raised r
cross join lateral (values (r.e -> 'deadline')) as _ (d)
left join lateral (
  select type, e from oracle.fact f where f.stream = r.stream and f.version > r.version
    and type in ('alert.AlertCancelled', 'alert.AlertAcknowledged')
  order by version desc limit 1) as last on true
left join lateral (
  select e, actor from oracle.fact f where f.stream = r.stream and f.version > r.version
    and type = 'alert.AlertAcknowledged'
  order by version desc limit 1) as noticed on true
cross join lateral (
  values (case last.type when 'alert.AlertCancelled' then last.e end)) as cancelled (c)
