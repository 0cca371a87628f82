-- Events wait here, written in the transaction that changed the data, until the relay has published them.
create sequence outbox_sequence;

-- The transaction gets its id before it draws a number. The relay depends on it: whoever drew a missing number was
-- running, with an id, when a later number became visible.
create function next_outbox_sequence() returns bigint language plpgsql volatile as $$
begin
    perform pg_current_xact_id();
    return nextval('outbox_sequence');
end $$;
grant execute on function next_outbox_sequence() to posthorn_${service}_runtime, posthorn_${service}_worker;
grant usage on sequence outbox_sequence to posthorn_${service}_runtime, posthorn_${service}_worker;

create table outbox (
    sequence     bigint not null default next_outbox_sequence(),
    event_id     uuid not null,
    workspace_id uuid not null,
    topic        text not null,
    key          uuid not null,
    type         text not null,
    version      bigint not null,
    payload      jsonb not null,
    trace_parent text not null,
    occurred_at  timestamptz not null default clock_timestamp(),
    primary key (sequence, occurred_at)
) partition by range (occurred_at);
call protect_tenant_table('outbox', worker_sees_all => true);
revoke select, update, delete on outbox from posthorn_${service}_runtime;
insert into partitioned_table values ('outbox', 'time', '1 day', '7 days');

-- How far the relay has published. One row.
create table outbox_position (
    only_row boolean primary key default true check (only_row),
    sequence bigint not null
);
insert into outbox_position (sequence) values (0);
call protect_worker_table('outbox_position');

-- What each consumer has had: the id is recorded in the transaction of its effect.
create table inbox (
    workspace_id uuid not null,
    consumer     text not null,
    event_id     uuid not null,
    received_at  timestamptz not null default now(),
    primary key (workspace_id, consumer, event_id)
) partition by hash (event_id);
create table inbox_0 partition of inbox for values with (modulus 4, remainder 0);
create table inbox_1 partition of inbox for values with (modulus 4, remainder 1);
create table inbox_2 partition of inbox for values with (modulus 4, remainder 2);
create table inbox_3 partition of inbox for values with (modulus 4, remainder 3);
call protect_tenant_table('inbox', worker_sees_all => true);

-- The answers of creating requests, by their key.
create table idempotency (
    workspace_id uuid not null,
    principal    text not null,
    key          text not null check (length(key) <= 255),
    fingerprint  bytea not null,
    answer       jsonb not null,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, principal, key)
) partition by hash (key);
create table idempotency_0 partition of idempotency for values with (modulus 4, remainder 0);
create table idempotency_1 partition of idempotency for values with (modulus 4, remainder 1);
create table idempotency_2 partition of idempotency for values with (modulus 4, remainder 2);
create table idempotency_3 partition of idempotency for values with (modulus 4, remainder 3);
call protect_tenant_table('idempotency', worker_sees_all => true);

do $$
declare child text;
begin
    foreach child in array array['inbox_0', 'inbox_1', 'inbox_2', 'inbox_3',
                                 'idempotency_0', 'idempotency_1', 'idempotency_2', 'idempotency_3'] loop
        execute format('revoke all on %I from public, posthorn_${service}_runtime, posthorn_${service}_worker', child);
    end loop;
end $$;

select maintain_partitions();
