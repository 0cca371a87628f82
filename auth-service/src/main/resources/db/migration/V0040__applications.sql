-- An application is an OAuth 2 client of one workspace: a program that its members let act for them, or that acts alone.
-- Requests cannot read the hashes of its secrets. While a secret is exchanged, two are good.
create table application (
    workspace_id          uuid not null references workspace,
    id                    uuid not null,
    name                  text not null check (length(name) between 1 and 120),
    confidential          boolean not null,
    redirect_uris         text[] not null check (cardinality(redirect_uris) <= 20),
    grant_types           text[] not null check (cardinality(grant_types) between 1 and 3),
    scopes                text[] not null check (cardinality(scopes) between 1 and 50),
    role                  text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
    secret_hash           bytea check (length(secret_hash) = 32),
    previous_secret_hash  bytea check (length(previous_secret_hash) = 32),
    previous_secret_until timestamptz,
    created_by            uuid not null,
    created_at            timestamptz not null,
    primary key (workspace_id, id),
    check (confidential = (secret_hash is not null))
);
call protect_tenant_table('application');
create unique index application_by_id on application (id); -- for find_application, which spans workspaces
revoke all on application from posthorn_${service}_runtime, posthorn_${service}_worker;
grant insert, update, delete on application to posthorn_${service}_runtime;
grant select (workspace_id, id, name, confidential, redirect_uris, grant_types, scopes, role, previous_secret_until, created_by,
              created_at) on application to posthorn_${service}_runtime;

-- Whose application it is, asked before a workspace is known, like find_api_key.
create policy lookup on application for select to posthorn_${service}_search using (true);
grant select on application to posthorn_${service}_search;
create function find_application(wanted_id uuid) returns table (
        workspace_id uuid, name text, confidential boolean, redirect_uris text[], grant_types text[], scopes text[], role text,
        secret_hash bytea, previous_secret_hash bytea, previous_secret_until timestamptz, created_by uuid, created_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select a.workspace_id, a.name, a.confidential, a.redirect_uris, a.grant_types, a.scopes, a.role, a.secret_hash,
           a.previous_secret_hash, a.previous_secret_until, a.created_by, a.created_at
    from application a where a.id = wanted_id
$$;
revoke execute on function find_application(uuid) from public;
grant execute on function find_application(uuid) to posthorn_${service}_runtime;
alter function find_application(uuid) owner to posthorn_${service}_search;

-- That a member lets an application act for them: one code, then a family of refresh tokens. Until the code is redeemed it
-- ends with its code.
create table application_grant (
    workspace_id   uuid not null,
    id             uuid not null,
    application_id uuid not null,
    account_id     uuid not null,
    scopes         text[] not null check (cardinality(scopes) between 1 and 50),
    logged_in_at   timestamptz not null,
    started_at     timestamptz not null,
    ends_at        timestamptz not null,
    revoked_at     timestamptz,
    revoke_reason  text check ((revoke_reason is null) = (revoked_at is null)),
    primary key (workspace_id, id),
    foreign key (workspace_id, application_id) references application on delete cascade,
    foreign key (workspace_id, account_id) references membership on delete cascade
);
call protect_tenant_table('application_grant', worker_sees_all => true);
create index application_grant_by_account on application_grant (workspace_id, account_id);
create index application_grant_by_application on application_grant (workspace_id, application_id);
create index application_grant_by_end on application_grant (ends_at); -- for the clean-up, which spans workspaces

create table authorization_code (
    workspace_id uuid not null,
    code_hash    bytea not null check (length(code_hash) = 32),
    grant_id     uuid not null,
    redirect_uri text not null,
    challenge    text not null check (length(challenge) = 43),
    nonce        text check (length(nonce) <= 512),
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (workspace_id, code_hash),
    foreign key (workspace_id, grant_id) references application_grant on delete cascade
);
call protect_tenant_table('authorization_code', worker_sees_all => true);
create index authorization_code_by_grant on authorization_code (workspace_id, grant_id);

create table grant_token (
    workspace_id uuid not null,
    token_hash   bytea not null check (length(token_hash) = 32),
    grant_id     uuid not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, grant_id) references application_grant on delete cascade
);
call protect_tenant_table('grant_token', worker_sees_all => true);
create index grant_token_by_grant on grant_token (workspace_id, grant_id);

-- What a member has allowed an application, so that it is not asked again.
create table consent (
    workspace_id   uuid not null,
    account_id     uuid not null,
    application_id uuid not null,
    scopes         text[] not null check (cardinality(scopes) between 1 and 50),
    given_at       timestamptz not null,
    primary key (workspace_id, account_id, application_id),
    foreign key (workspace_id, application_id) references application on delete cascade,
    foreign key (workspace_id, account_id) references membership on delete cascade
);
call protect_tenant_table('consent');
create index consent_by_application on consent (workspace_id, application_id);

-- As with sessions: what was ended after a backup was made must not live again.
create procedure end_grants_after_restore(taken_at timestamptz, stopped_at timestamptz)
    language plpgsql set search_path = ${service}, pg_temp as $$
begin
    if stopped_at > taken_at then
        update application_grant set revoked_at = clock_timestamp(), revoke_reason = 'restored_from_backup' where revoked_at is null;
    end if;
end $$;
