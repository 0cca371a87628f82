-- Our view of message templates, fed by template-service's events. An older version of a template never replaces a newer one.
create table template_snapshot (
    workspace_id  uuid not null,
    template_id   uuid not null,
    waba_id       text not null,
    name          text not null,
    language      text not null,
    category      text not null,
    status        text not null check (status in ('submitted', 'approved', 'rejected', 'paused', 'disabled', 'deleted')),
    reason        text,
    components    jsonb not null default '[]',
    event_version bigint not null,
    updated_at    timestamptz not null default now(),
    primary key (workspace_id, template_id, waba_id)
);
create index template_snapshot_name on template_snapshot (workspace_id, waba_id, name, language);
call protect_tenant_table('template_snapshot');

-- The keys of messages in bulk requests: a request that is repeated makes nothing twice. Kept for a week.
create table message_key (
    workspace_id uuid not null,
    principal    uuid not null,
    key          text not null check (length(key) <= 255),
    fingerprint  text not null,
    message_id   uuid not null,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, principal, key)
);
create index message_key_age on message_key (created_at);
call protect_tenant_table('message_key', worker_sees_all => true);

alter table contact add column consent text check (consent in ('opted_in', 'opted_out'));
alter table contact add column consent_changed_at timestamptz;

-- scheduled: nothing to do before due_at. held_at: since when a task that could go waits for something outside, a file or
-- a paused template; its successors wait with it for a while.
alter table send_task drop constraint send_task_state_check;
alter table send_task add constraint send_task_state_check check (state in ('scheduled', 'queued', 'claimed', 'calling'));
alter table send_task add column held_at timestamptz;
create index send_task_scheduled on send_task (due_at) where state = 'scheduled';
