-- Runs first in every service's schema. Placeholder: ${service}. Roles: posthorn_${service}_owner | runtime | worker | search.

-- A tenant's rows are visible only where the transaction has set posthorn.workspace. After the first transaction-local
-- setting an unset variable reads as an empty string, hence nullif: no setting, no rows, no error. A stable function with
-- a scalar sub-select is evaluated once a statement.
create function current_workspace() returns uuid language sql stable parallel safe
    return nullif(current_setting('posthorn.workspace', true), '')::uuid;

-- A table of one tenant's rows each. worker_sees_all opens it to background work across tenants (queues).
create procedure protect_tenant_table(target regclass, worker_sees_all boolean default false) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy tenant on %s to posthorn_${service}_runtime, posthorn_${service}_worker '
        'using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', target);
    if worker_sees_all then
        execute format('create policy worker on %s to posthorn_${service}_worker using (true) with check (true)', target);
    end if;
    -- FORCE hides rows from the owner too: a migration that touches rows says so.
    execute format(
        'create policy migration on %s to posthorn_${service}_owner '
        'using (current_setting(''posthorn.migration'', true) = ''on'') '
        'with check (current_setting(''posthorn.migration'', true) = ''on'')', target);
    execute format('revoke all on %s from public, posthorn_${service}_runtime, posthorn_${service}_worker', target);
    execute format('grant select, insert, update, delete on %s to posthorn_${service}_runtime, posthorn_${service}_worker', target);
end $$;

-- A table of the installation, out of the reach of requests.
create procedure protect_worker_table(target regclass) language plpgsql as $$
begin
    execute format('revoke all on %s from public, posthorn_${service}_runtime', target);
    execute format('grant select, insert, update, delete on %s to posthorn_${service}_worker', target);
end $$;

-- Jobs that one process at a time may do, by the database's clock.
create table lease (
    job        text primary key,
    holder     uuid not null,
    epoch      bigint not null,
    expires_at timestamptz not null
);
call protect_worker_table('lease');

-- The schema owner's default privileges opened this one as well.
revoke all on flyway_schema_history from posthorn_${service}_runtime, posthorn_${service}_worker;
