-- Who reads the reporting views, and nothing else. Whoever connects is made a member of this role by
-- the administrator of the database; the role itself cannot connect.
do $$
begin
  if not exists (select from pg_roles where rolname = 'livret_reporting') then
    create role livret_reporting nologin;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- Another database of the same server made it at the same moment.
  when insufficient_privilege then
    raise warning 'The role livret_reporting is missing and may not be created by %: nobody but the owner reads the schema reporting. docs/statistics.md says what an administrator runs.',
      current_user;
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'livret_reporting') then
    grant usage on schema reporting to livret_reporting;
    grant select on all tables in schema reporting to livret_reporting;
    alter default privileges in schema reporting grant select on tables to livret_reporting;
  end if;
end
$$;
