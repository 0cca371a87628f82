-- What operators and tests ask: who may do what, and is every tenant table protected.

create view rls_policies_audit as
    select schemaname, tablename, policyname, roles, cmd, qual, with_check
    from pg_policies where schemaname = '${service}';

-- May a role do it, by privilege and by at least one policy where row-level security is on?
create function test_can(role_name text, target text, command text) returns boolean language sql stable
    set search_path = ${service}, pg_temp
    return has_table_privilege(role_name, target::regclass, command) and (
        not (select relrowsecurity from pg_class where oid = target::regclass)
        or exists (
            select 1 from pg_policies p
            where p.schemaname = '${service}' and p.tablename = target and p.cmd in ('ALL', command)
              and (p.roles @> array[role_name::name] or p.roles @> array['public'::name])));

create function test_can_read(role_name text, target text) returns boolean language sql stable
    return test_can(role_name, target, 'SELECT');
create function test_can_insert(role_name text, target text) returns boolean language sql stable
    return test_can(role_name, target, 'INSERT');
create function test_can_update(role_name text, target text) returns boolean language sql stable
    return test_can(role_name, target, 'UPDATE');
create function test_can_delete(role_name text, target text) returns boolean language sql stable
    return test_can(role_name, target, 'DELETE');

-- Every table with a workspace, and whether it is protected.
create function generate_rls_test_report()
    returns table (table_name text, rls_enabled boolean, rls_forced boolean, tenant_policy boolean,
                   runtime_can_read boolean, protected boolean)
    language sql stable set search_path = ${service}, pg_temp as $$
    select c.relname::text, c.relrowsecurity, c.relforcerowsecurity, t.found,
           has_table_privilege('posthorn_${service}_runtime', c.oid, 'SELECT'),
           case when c.relispartition
                then not has_table_privilege('posthorn_${service}_runtime', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                 and not has_table_privilege('posthorn_${service}_worker', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                else c.relrowsecurity and c.relforcerowsecurity and t.found end
    from pg_class c
    cross join lateral (select exists (
        select 1 from pg_policies p
        where p.schemaname = '${service}' and p.tablename = c.relname and p.policyname = 'tenant'
          and p.qual like '%workspace_id = %current_workspace()%'
          and p.with_check like '%workspace_id = %current_workspace()%') as found) t
    where c.relnamespace = '${service}'::regnamespace and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
    order by 1
$$;

create function get_user_permissions() returns table (role_name text, table_name text, privileges text[])
    language sql stable set search_path = ${service}, pg_temp as $$
    select r.rolname::text, c.relname::text,
           array_remove(array[
               case when has_table_privilege(r.oid, c.oid, 'SELECT') then 'SELECT' end,
               case when has_table_privilege(r.oid, c.oid, 'INSERT') then 'INSERT' end,
               case when has_table_privilege(r.oid, c.oid, 'UPDATE') then 'UPDATE' end,
               case when has_table_privilege(r.oid, c.oid, 'DELETE') then 'DELETE' end,
               case when has_table_privilege(r.oid, c.oid, 'TRUNCATE') then 'TRUNCATE' end], null)
    from pg_class c cross join pg_roles r
    where c.relnamespace = '${service}'::regnamespace and c.relkind in ('r', 'p', 'v')
      and r.rolname like 'posthorn\_${service}\_%'
    order by 1, 2
$$;

create function validate_security_setup() returns table (check_name text, passed boolean, detail text)
    language sql stable set search_path = ${service}, pg_temp as $$
    select 'tenant tables are protected', coalesce(bool_and(protected), false),
           coalesce(string_agg(table_name, ', ') filter (where not protected), '')
    from generate_rls_test_report()
    union all
    select 'roles cannot bypass row-level security', bool_and(not rolsuper and not rolbypassrls),
           coalesce(string_agg(rolname, ', ') filter (where rolsuper or rolbypassrls), '')
    from pg_roles where rolname like 'posthorn\_${service}\_%'
    union all
    select 'runtime and worker own nothing', count(*) = 0, coalesce(string_agg(relname, ', '), '')
    from pg_class
    where relnamespace = '${service}'::regnamespace
      and pg_get_userbyid(relowner) in ('posthorn_${service}_runtime', 'posthorn_${service}_worker')
    union all
    select 'nobody may truncate', count(*) = 0, coalesce(string_agg(table_name, ', '), '')
    from get_user_permissions()
    where 'TRUNCATE' = any (privileges) and role_name not like '%\_owner'
    union all
    select 'runtime sees no other schema of ours', count(*) = 0, coalesce(string_agg(nspname, ', '), '')
    from pg_namespace
    where nspname in ('auth', 'messaging', 'media', 'template', 'admin') and nspname <> '${service}'
      and has_schema_privilege('posthorn_${service}_runtime', oid, 'USAGE')
$$;

grant select on rls_policies_audit to posthorn_${service}_runtime;
grant execute on function current_workspace(), test_can(text, text, text), test_can_read(text, text), test_can_insert(text, text),
    test_can_update(text, text), test_can_delete(text, text), generate_rls_test_report(), get_user_permissions(),
    validate_security_setup() to posthorn_${service}_runtime, posthorn_${service}_worker;
grant execute on function first_id_at(timestamptz) to posthorn_${service}_worker;
