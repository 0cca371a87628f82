-- What the dashboard shows, counted when the event arrives: reading it never scans anything.
create table dashboard_counter (
    workspace_id uuid not null,
    name         text not null,
    value        bigint not null,
    as_of        timestamptz not null,
    primary key (workspace_id, name)
);
call protect_tenant_table('dashboard_counter');

-- The last status of each outgoing message. A change moves the message from one counter to another; a version that is not
-- newer changes nothing. Meta gives up on a message after 30 days, so rows need not be kept for longer than 90.
create table message_status_projection (
    workspace_id uuid not null,
    message_id   uuid not null,
    status       text not null,
    version      bigint not null,
    primary key (workspace_id, message_id)
) partition by range (message_id);
call protect_tenant_table('message_status_projection');
insert into partitioned_table values ('message_status_projection', 'id', '7 days', '90 days');

-- The same for what a workspace has few of: channels and templates.
create table state_projection (
    workspace_id uuid not null,
    kind         text not null check (kind in ('channel', 'template')),
    id           uuid not null,
    state        text not null,
    version      bigint not null,
    primary key (workspace_id, kind, id)
);
call protect_tenant_table('state_projection');

select maintain_partitions();
