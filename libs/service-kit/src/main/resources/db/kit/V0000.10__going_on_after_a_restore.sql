-- A database that was restored from a backup is older than the world around it (docs/adr/0014). A restore calls every procedure
-- of the schema whose name ends with _after_restore, once, before any process of the service runs.

-- Streams have been told up to here, although the relay publishes again what comes before.
alter table outbox_position add column restored_to bigint not null default 0;

-- taken_at: the moment of the backup. stopped_at: until when the installation that was backed up may have worked on.
create procedure go_on_after_restore(taken_at timestamptz, stopped_at timestamptz)
    language plpgsql set search_path = ${service}, pg_temp as $$
begin
    -- What was published may not have been consumed when the backup was made, and Kafka begins anew. Consumers know what they had.
    update outbox_position set
        restored_to = greatest(restored_to, sequence),
        sequence = least(sequence, (select min(o.sequence) - 1 from outbox o));
    -- Numbers that were given to other events meanwhile are not given again: streams remember them.
    perform setval('outbox_sequence', (select last_value from outbox_sequence) + 1000000000);
    update lease set expires_at = '-infinity';
end $$;
