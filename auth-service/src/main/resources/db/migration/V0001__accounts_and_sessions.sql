-- An account is a person on this installation; its workspaces are tenants. Nobody lists accounts: a request sees those of
-- the members of its workspace, and never a password hash. What login needs before a workspace is known, it asks
-- find_login, one e-mail address at a time.

create table account (
    id            uuid primary key,
    email         text not null unique check (length(email) between 3 and 254),
    full_name     text not null check (length(full_name) between 1 and 120),
    password_hash text not null,
    version       bigint not null default 1,
    created_at    timestamptz not null
);
alter table account enable row level security;
alter table account force row level security;
revoke all on account from public, posthorn_${service}_runtime, posthorn_${service}_worker;

create table workspace (
    workspace_id  uuid primary key,
    name          text not null check (length(name) between 1 and 120),
    event_version bigint not null default 0, -- counts the workspace's events on posthorn.auth.v1
    created_at    timestamptz not null
);
call protect_tenant_table('workspace');

create table membership (
    workspace_id uuid not null references workspace,
    account_id   uuid not null references account,
    role         text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
    joined_at    timestamptz not null,
    primary key (workspace_id, account_id)
);
call protect_tenant_table('membership');
create index membership_by_account on membership (account_id, joined_at); -- for find_login, which spans workspaces

create policy member on account for select to posthorn_${service}_runtime
    using (exists (select 1 from membership m
                   where m.workspace_id = (select current_workspace()) and m.account_id = account.id));
create policy member_update on account for update to posthorn_${service}_runtime
    using (exists (select 1 from membership m
                   where m.workspace_id = (select current_workspace()) and m.account_id = account.id));
create policy registration on account for insert to posthorn_${service}_runtime with check (true);
create policy migration on account to posthorn_${service}_owner
    using (current_setting('posthorn.migration', true) = 'on')
    with check (current_setting('posthorn.migration', true) = 'on');
grant insert on account to posthorn_${service}_runtime;
grant select (id, email, full_name, version, created_at) on account to posthorn_${service}_runtime;
grant update (full_name, version) on account to posthorn_${service}_runtime;

-- The one look across workspaces. Its owner cannot log in and sees the columns that the answer needs.
create policy lookup on account for select to posthorn_${service}_search using (true);
create policy lookup on membership for select to posthorn_${service}_search using (true);
grant select (id, email, password_hash) on account to posthorn_${service}_search;
grant select (workspace_id, account_id, joined_at) on membership to posthorn_${service}_search;

create function find_login(wanted_email text) returns table (account_id uuid, password_hash text, workspace_id uuid)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select a.id, a.password_hash, m.workspace_id
    from account a join membership m on m.account_id = a.id
    where a.email = wanted_email
    order by m.joined_at
    limit 1
$$;
grant execute on function find_login(text) to posthorn_${service}_runtime;
alter function find_login(text) owner to posthorn_${service}_search;

-- A login on one device. Its refresh tokens are a family: each is used once and replaced by the next.
create table session (
    workspace_id  uuid not null,
    id            uuid not null,
    account_id    uuid not null,
    started_at    timestamptz not null,
    last_used_at  timestamptz not null,
    ends_at       timestamptz not null,
    revoked_at    timestamptz,
    revoke_reason text check ((revoke_reason is null) = (revoked_at is null)),
    primary key (workspace_id, id),
    foreign key (workspace_id, account_id) references membership
);
call protect_tenant_table('session', worker_sees_all => true);
create index session_by_account on session (workspace_id, account_id);
create index session_by_end on session (ends_at); -- for the clean-up, which spans workspaces

-- Only the hash of a token is kept. The answer to a used one is kept sealed for the grace period, to be repeated.
create table refresh_token (
    workspace_id  uuid not null,
    token_hash    bytea not null check (length(token_hash) = 32),
    session_id    uuid not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    sealed_answer bytea check (sealed_answer is null or used_at is not null),
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, session_id) references session on delete cascade
);
call protect_tenant_table('refresh_token', worker_sees_all => true);
create index refresh_token_by_session on refresh_token (workspace_id, session_id);
create index refresh_token_by_expiry on refresh_token (expires_at); -- for the clean-up
create index refresh_token_sealed on refresh_token (used_at) where sealed_answer is not null; -- for the clean-up

-- The installation's signing keys. A retired key signs no more; it is published until the last token it signed has expired.
create table signing_key (
    key_id        text primary key,
    public_jwk    jsonb not null,
    sealed_jwk    bytea not null,
    created_at    timestamptz not null default clock_timestamp(),
    retired_at    timestamptz
);
call protect_worker_table('signing_key');
