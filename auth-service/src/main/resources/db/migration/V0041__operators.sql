-- An operator looks after the installation. Who is one, is read by every process and named in session tokens.
create table operator (
    account_id   uuid primary key references account,
    appointed_at timestamptz not null
);
call protect_worker_table('operator');

-- Whom an operator keeps out everywhere. They are members of nothing as long as they stand here.
create table disabled_account (
    account_id  uuid primary key references account,
    disabled_by uuid not null,
    disabled_at timestamptz not null
);
call protect_worker_table('disabled_account');

-- What an operator has stopped: nobody is a member of it as long as it stands here.
create table workspace_suspension (
    workspace_id uuid primary key references workspace,
    reason       text not null check (length(reason) between 1 and 500),
    suspended_by uuid not null,
    suspended_at timestamptz not null
);
call protect_tenant_table('workspace_suspension', worker_sees_all => true);

create policy lookup on workspace_suspension for select to posthorn_${service}_search using (true);
grant select on disabled_account, workspace_suspension to posthorn_${service}_search;

create function is_kept_out(member_workspace_id uuid, member_account_id uuid) returns boolean
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select exists (select 1 from disabled_account d where d.account_id = member_account_id)
        or exists (select 1 from workspace_suspension s where s.workspace_id = member_workspace_id)
$$;
revoke execute on function is_kept_out(uuid, uuid) from public;
grant execute on function is_kept_out(uuid, uuid) to posthorn_${service}_runtime, posthorn_${service}_search;
alter function is_kept_out(uuid, uuid) owner to posthorn_${service}_search;

-- Logins, refreshes, grants and lists of members all look here.
create policy kept_out on membership as restrictive for select to posthorn_${service}_runtime
    using (not is_kept_out(workspace_id, account_id));

-- What operators ask. Requests of everybody else run under a role that cannot call these.
grant select (id, email, full_name, created_at) on account to posthorn_${service}_search;
grant select (role) on membership to posthorn_${service}_search;
create policy operator_lookup on workspace for select to posthorn_${service}_search using (true);
grant select (workspace_id, name) on workspace to posthorn_${service}_search;

create function operator_find_users(beginning text, after_id uuid, most integer) returns table (
        account_id uuid, email text, full_name text, created_at timestamptz, disabled_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select a.id, a.email, a.full_name, a.created_at, d.disabled_at
    from account a left join disabled_account d on d.account_id = a.id
    where starts_with(a.email, beginning) and (after_id is null or a.id > after_id)
    order by a.id limit most
$$;
create function operator_find_memberships(wanted_account_id uuid) returns table (workspace_id uuid, name text, role text)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select m.workspace_id, w.name, m.role
    from membership m join workspace w on w.workspace_id = m.workspace_id
    where m.account_id = wanted_account_id order by m.workspace_id
$$;
revoke execute on function operator_find_users(text, uuid, integer), operator_find_memberships(uuid) from public;
grant execute on function operator_find_users(text, uuid, integer), operator_find_memberships(uuid) to posthorn_${service}_worker;
alter function operator_find_users(text, uuid, integer) owner to posthorn_${service}_search;
alter function operator_find_memberships(uuid) owner to posthorn_${service}_search;

-- An operator acts as a member for some minutes. The workspace reads about it in its audit log.
create table impersonation (
    workspace_id uuid not null,
    id           uuid not null,
    account_id   uuid not null,
    operator_id  uuid not null,
    reason       text not null check (length(reason) between 1 and 500),
    started_at   timestamptz not null,
    ends_at      timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, account_id) references membership on delete cascade
);
call protect_tenant_table('impersonation', worker_sees_all => true);
create index impersonation_by_account on impersonation (workspace_id, account_id);

-- A key's secret may be exchanged for a new one; for a while both are good.
alter table api_key add column previous_secret_hash bytea check (length(previous_secret_hash) = 32);
alter table api_key add column previous_secret_until timestamptz;
grant select (previous_secret_until) on api_key to posthorn_${service}_runtime;
grant select (previous_secret_hash, previous_secret_until) on api_key to posthorn_${service}_search;

-- What is kept out has no applications and keys that work. The functions belong to the role that looks things up.
set local role posthorn_${service}_search;
create or replace function find_application(wanted_id uuid) returns table (
        workspace_id uuid, name text, confidential boolean, redirect_uris text[], grant_types text[], scopes text[], role text,
        secret_hash bytea, previous_secret_hash bytea, previous_secret_until timestamptz, created_by uuid, created_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select a.workspace_id, a.name, a.confidential, a.redirect_uris, a.grant_types, a.scopes, a.role, a.secret_hash,
           a.previous_secret_hash, a.previous_secret_until, a.created_by, a.created_at
    from application a
    where a.id = wanted_id and not exists (select 1 from workspace_suspension s where s.workspace_id = a.workspace_id)
$$;

drop function find_api_key(uuid);
create function find_api_key(wanted_id uuid) returns table (
        workspace_id uuid, account_id uuid, role text, member_role text, scopes text[], addresses text[], secret_hash bytea,
        previous_secret_hash bytea, previous_secret_until timestamptz, expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select k.workspace_id, k.account_id, k.role, m.role, k.scopes, k.addresses, k.secret_hash, k.previous_secret_hash,
           k.previous_secret_until, k.expires_at, k.revoked_at
    from api_key k join membership m on m.workspace_id = k.workspace_id and m.account_id = k.account_id
    where k.id = wanted_id and not is_kept_out(k.workspace_id, k.account_id)
$$;
revoke execute on function find_api_key(uuid) from public;
grant execute on function find_api_key(uuid) to posthorn_${service}_runtime;
set local role posthorn_${service}_owner;
