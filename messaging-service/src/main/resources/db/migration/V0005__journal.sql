-- Webhooks exactly as they came, written before Meta is answered. A body may span tenants, so this belongs to the worker.
create table webhook_journal (
    id           uuid not null,
    app_id       uuid not null,
    received_at  timestamptz not null default now(),
    body         bytea not null,
    trace_parent text not null,
    primary key (id, received_at)
) partition by range (received_at);
call protect_worker_table('webhook_journal');
insert into partitioned_table values ('webhook_journal', 'time', '1 day', '30 days');

-- What of the journal still has to be worked off. A body that fails again and again stays here with its error.
create table journal_task (
    journal_id  uuid primary key,
    received_at timestamptz not null,
    attempts    integer not null default 0,
    due_at      timestamptz not null default now(),
    error       text
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index journal_task_due on journal_task (due_at, journal_id);
call protect_worker_table('journal_task');

select maintain_partitions();
