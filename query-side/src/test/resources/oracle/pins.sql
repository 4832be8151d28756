-- What a path pins: what it was opened with, but for the title it was last transferred to.
create view oracle.pins as
select opened.stream, (opened.e ->> 'candidate')::uuid as candidate_id,
       coalesce(moved.e ->> 'to', opened.e ->> 'certification') as certification,
       coalesce(moved.e -> 'toVersion', opened.e -> 'certificationVersion')::bigint
         as certification_version,
       coalesce(moved.e, opened.e) -> 'regime' ->> 'code' as regime,
       (coalesce(moved.e, opened.e) -> 'regime' ->> 'edition')::bigint as regime_edition,
       opened.e ->> 'route' as route, opened.e ->> 'access' as access,
       (opened.e ->> 'openedOn')::date as opened_on, moved.version as moved,
       moved.e -> 'carried' as carried,
       (select max(version) from oracle.fact f where f.stream = opened.stream) as version
from oracle.fact opened
left join lateral (
  select version, e from oracle.fact f where f.stream = opened.stream
    and type = 'path.PathTransferred'
  order by version desc limit 1) as moved on true
where opened.type = 'path.PathOpened';

-- The title that stands, with what was done about it since.
create view oracle.title as
select award.stream, award.version, award.e, withdrawal.e as withdrawal
from oracle.fact award
left join oracle.fact withdrawal on withdrawal.stream = award.stream
  and withdrawal.version > award.version and withdrawal.type = 'path.TitleWithdrawn'
where award.type = 'path.TitleAwarded' and not exists (
  select from oracle.fact later where later.stream = award.stream
    and later.version > award.version
    and later.type in ('path.TitleAwarded', 'path.TitleAnnulled'));
