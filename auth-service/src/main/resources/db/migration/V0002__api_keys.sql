-- A key acts for the member who made it, with a role and scopes of its own. Only an HMAC of its secret is kept, under a key
-- that is not in the database, and requests cannot read it.
create table api_key (
    workspace_id      uuid not null,
    id                uuid not null,
    account_id        uuid not null,
    name              text not null check (length(name) between 1 and 120),
    role              text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
    scopes            text[] not null check (cardinality(scopes) between 1 and 50),
    addresses         text[] not null check (cardinality(addresses) <= 20), -- CIDR; none: from anywhere
    secret_hash       bytea not null check (length(secret_hash) = 32),
    created_at        timestamptz not null,
    expires_at        timestamptz,
    revoked_at        timestamptz,
    last_used_at      timestamptz,
    last_used_address text,
    primary key (workspace_id, id),
    foreign key (workspace_id, account_id) references membership
);
call protect_tenant_table('api_key');
create unique index api_key_by_id on api_key (id); -- for find_api_key, which spans workspaces
create index api_key_by_account on api_key (workspace_id, account_id);
revoke all on api_key from posthorn_${service}_runtime, posthorn_${service}_worker;
grant insert, update on api_key to posthorn_${service}_runtime;
grant select (workspace_id, id, account_id, name, role, scopes, addresses, created_at, expires_at, revoked_at, last_used_at,
              last_used_address) on api_key to posthorn_${service}_runtime;

-- From which addresses a key was used on which day: a use from somewhere new is told once a day. A use
-- removes the days before it.
create table api_key_use (
    workspace_id uuid not null,
    api_key_id   uuid not null,
    address      text not null,
    day          date not null,
    primary key (workspace_id, api_key_id, day, address),
    foreign key (workspace_id, api_key_id) references api_key on delete cascade
);
call protect_tenant_table('api_key_use');

-- Whose key it is, asked before a workspace is known, like find_login. Without a member there is no key.
create policy lookup on api_key for select to posthorn_${service}_search using (true);
grant select (workspace_id, id, account_id, role, scopes, addresses, secret_hash, expires_at, revoked_at)
    on api_key to posthorn_${service}_search;
grant select (role) on membership to posthorn_${service}_search;

create function find_api_key(wanted_id uuid) returns table (
        workspace_id uuid, account_id uuid, role text, member_role text, scopes text[], addresses text[], secret_hash bytea,
        expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select k.workspace_id, k.account_id, k.role, m.role, k.scopes, k.addresses, k.secret_hash, k.expires_at, k.revoked_at
    from api_key k join membership m on m.workspace_id = k.workspace_id and m.account_id = k.account_id
    where k.id = wanted_id
$$;
grant execute on function find_api_key(uuid) to posthorn_${service}_runtime;
alter function find_api_key(uuid) owner to posthorn_${service}_search;
