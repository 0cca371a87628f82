-- What the core of sending decides about a task. waiting: nothing to do before due_at; until blocks_until its successors wait
-- with it, and after that they are let by (skipped_at). held_at: since when it could have left and did not.
alter table send_task drop constraint send_task_state_check;
alter table send_task add constraint send_task_state_check
    check (state in ('scheduled', 'queued', 'waiting', 'claimed', 'calling'));
alter table send_task add column refusals integer not null default 0;
alter table send_task add column blocks_until timestamptz;
alter table send_task add column skipped_at timestamptz;
alter table send_task add column expires_at timestamptz;
create index send_task_waiting on send_task (channel_id, due_at) where state = 'waiting';
create index send_task_expiring on send_task (expires_at) where expires_at is not null;

-- A new owner of a lane learns from these what Meta has counted in the last minutes.
alter table attempt add column channel_id uuid;
alter table attempt add column recipient text;

-- What Meta allows a number, where it is known; why a number needs a person.
alter table channel add column calls_per_second integer check (calls_per_second > 0);
alter table channel add column messaging_limit integer check (messaging_limit > 0);
alter table channel add column status_reason text;

-- Whom a business portfolio has written to first; its numbers share a limit of different people in a rolling day.
create table portfolio_reach (
    workspace_id uuid not null,
    portfolio    text not null,
    recipient    text not null,
    reached_at   timestamptz not null default clock_timestamp(),
    primary key (workspace_id, portfolio, recipient)
);
create index portfolio_reach_time on portfolio_reach (workspace_id, portfolio, reached_at);
call protect_tenant_table('portfolio_reach', worker_sees_all => true);

-- People to whom Meta delivers no marketing for a day, whoever sends it.
create table marketing_pause (
    workspace_id uuid not null,
    recipient    text not null,
    paused_until timestamptz not null,
    primary key (workspace_id, recipient)
);
call protect_tenant_table('marketing_pause', worker_sees_all => true);

-- What a workspace wants for messages of which nobody can know whether they were sent. No row: hold.
create table sending_policy (
    workspace_id uuid primary key,
    unknown      text not null check (unknown in ('hold', 'resend-at-risk')),
    updated_at   timestamptz not null default now()
);
call protect_tenant_table('sending_policy', worker_sees_all => true);
