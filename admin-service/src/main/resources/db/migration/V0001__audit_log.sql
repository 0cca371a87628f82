-- What people did and what was configured. Rows are chained per workspace: each holds the hash of the one before, so a
-- changed, lost or inserted row shows. recorded_at never goes back within a chain, so a partition is one piece of it.
create table audit_log (
    workspace_id  uuid not null,
    id            uuid not null, -- of the event that told us
    sequence      bigint not null,
    action        text not null,
    actor_id      uuid,
    subject_type  text not null,
    subject_id    uuid not null,
    details       jsonb not null,
    trace_id      text,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    previous_hash bytea not null check (length(previous_hash) = 32),
    hash          bytea not null check (length(hash) = 32),
    primary key (workspace_id, id, recorded_at)
) partition by range (recorded_at);
create index audit_log_by_time on audit_log (workspace_id, occurred_at, id);
create index audit_log_by_action on audit_log (workspace_id, action, occurred_at, id);
create index audit_log_by_sequence on audit_log (workspace_id, sequence);
call protect_tenant_table('audit_log');
revoke update, delete on audit_log from posthorn_${service}_runtime, posthorn_${service}_worker;
insert into partitioned_table values ('audit_log', 'time', '30 days', null);

-- Where each workspace's chain ends. Its row is locked for each append, which keeps the chain a line.
create table audit_chain (
    workspace_id uuid not null primary key,
    sequence     bigint not null,
    hash         bytea not null check (length(hash) = 32),
    recorded_at  timestamptz not null
);
call protect_tenant_table('audit_chain');
revoke delete on audit_chain from posthorn_${service}_runtime, posthorn_${service}_worker;
