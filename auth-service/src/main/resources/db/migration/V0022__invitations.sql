-- Whoever has the code of the letter may join, with the address that it was sent to. One invitation for an address waits.
create table invitation (
    workspace_id uuid not null,
    id           uuid not null,
    token_hash   bytea not null check (length(token_hash) = 32),
    email        text not null check (length(email) between 3 and 254),
    role         text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
    invited_by   uuid not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, email),
    unique (workspace_id, token_hash)
);
call protect_tenant_table('invitation');
