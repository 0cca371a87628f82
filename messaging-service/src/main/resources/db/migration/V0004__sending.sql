-- A message that still has to leave. claimed: an owner of the lane means to send it, and a new owner may take it over.
-- calling: it may be on its way to Meta, and only its result, a status webhook or time (unknown) ends that.
create table send_task (
    workspace_id uuid not null,
    message_id   uuid not null,
    channel_id   uuid not null,
    recipient    text not null,
    priority     smallint not null default 0,
    sequence     bigint not null generated always as identity,
    state        text not null default 'queued' check (state in ('queued', 'claimed', 'calling')),
    epoch        bigint not null default 0,
    attempts     integer not null default 0,
    attempt_id   uuid,
    due_at       timestamptz not null default now(),
    called_at    timestamptz,
    primary key (workspace_id, message_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index send_task_lane on send_task (channel_id, state, priority, sequence);
create index send_task_recipient on send_task (channel_id, recipient, priority, sequence);
call protect_tenant_table('send_task', worker_sees_all => true);

-- One call to Meta, or the intention of one. Its id is the callback data that Meta repeats in every status.
create table attempt (
    workspace_id uuid not null,
    id           uuid not null,
    message_id   uuid not null,
    number       integer not null,
    epoch        bigint not null,
    outcome      text not null default 'calling' check (outcome in ('calling', 'accepted', 'refused', 'unreachable', 'no_answer', 'unknown')),
    called_at    timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    wamid        text,
    error_code   bigint,
    error_detail text,
    primary key (workspace_id, id)
) partition by range (id);
create index attempt_message on attempt (workspace_id, message_id);
call protect_tenant_table('attempt', worker_sees_all => true);
insert into partitioned_table values ('attempt', 'id', '30 days', '400 days');

select maintain_partitions();
