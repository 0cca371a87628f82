-- An operator wants a part of the journal worked off again. position is how far its entries are queued, so a replay goes on
-- where it was, whatever happened to the process.
create table webhook_replay (
    id              uuid primary key,
    requested_by    uuid not null,
    app_id          uuid,
    phone_number_id text,
    from_time       timestamptz not null,
    to_time         timestamptz not null,
    position        uuid,
    read_count      bigint not null default 0,
    queued_count    bigint not null default 0,
    state           text not null default 'running' check (state in ('running', 'done')),
    created_at      timestamptz not null default now(),
    finished_at     timestamptz
);
create index webhook_replay_running on webhook_replay (id) where state = 'running';
call protect_worker_table('webhook_replay');

-- What of the journal could not be stored, for the gauge that tells of it.
create index journal_task_failing on journal_task (journal_id) where error is not null;
