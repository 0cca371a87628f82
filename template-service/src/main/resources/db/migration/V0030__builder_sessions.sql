-- A conversation that fills a draft, and where it stands.
create table builder_session (
    workspace_id uuid not null,
    id           uuid not null,
    state        text not null check (state is json),
    status       text not null,
    turns        int not null,
    template_id  uuid, -- what became of it
    created_by   uuid not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    expires_at   timestamptz not null,
    revision     bigint not null,
    primary key (workspace_id, id)
);
call protect_tenant_table('builder_session');
create index builder_session_open on builder_session (workspace_id, expires_at);

-- The worker looks across tenants for sessions that are over, and takes them away.
create policy worker_sees on builder_session for select to posthorn_${service}_worker using (expires_at < now());
create policy worker_removes on builder_session for delete to posthorn_${service}_worker using (expires_at < now());
create index builder_session_over on builder_session (expires_at);

-- What was said, without secrets and addresses.
create table builder_turn (
    workspace_id uuid not null,
    session_id   uuid not null,
    number       int not null,
    said         text not null,
    reply        text not null,
    changed      text not null,
    engine       text not null,
    notice       text,
    created_at   timestamptz not null,
    primary key (workspace_id, session_id, number),
    foreign key (workspace_id, session_id) references builder_session (workspace_id, id) on delete cascade
);
call protect_tenant_table('builder_turn');

-- How much of a language model a workspace has used on a day.
create table builder_usage (
    workspace_id uuid not null,
    day          date not null,
    tokens       bigint not null,
    calls        int not null,
    primary key (workspace_id, day)
);
call protect_tenant_table('builder_usage');
