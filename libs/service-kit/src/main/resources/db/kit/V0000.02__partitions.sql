-- Tables that grow without end are ranges of time, or of UUIDv7 ids, which begin with their time. Dropping is retention.
create table partitioned_table (
    name  text primary key,
    kind  text not null check (kind in ('time', 'id')),
    step  interval not null,
    keep  interval -- null: for ever
);
call protect_worker_table('partitioned_table');

-- The smallest id that can be made at a moment.
create function first_id_at(moment timestamptz) returns uuid language sql immutable parallel safe
    return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;

-- Makes the DEFAULT partition, the current one and three ahead; drops what is older than keep. Safe to repeat.
-- Partitions are reached through their parent only: nobody is granted anything on them.
create function maintain_partitions() returns table (partition text, action text)
    language plpgsql security definer set search_path = ${service}, pg_temp as $$
declare
    entry record; -- of partitioned_table
    old record;
    start_at timestamptz;
    child text;
    lower_bound text;
    upper_bound text;
begin
    perform pg_advisory_xact_lock(hashtextextended('${service}.maintain_partitions', 0));
    for entry in select * from partitioned_table order by name loop
        child := entry.name || '_default';
        if to_regclass(child) is null then
            execute format('create table %I partition of %I default', child, entry.name);
            execute format('revoke all on %I from public, posthorn_${service}_runtime, posthorn_${service}_worker', child);
        end if;
        for ahead in 0..3 loop
            start_at := date_bin(entry.step, now() at time zone 'UTC', '2024-01-01') at time zone 'UTC' + ahead * entry.step;
            child := entry.name || to_char(start_at at time zone 'UTC', '_YYYYMMDDHH24');
            continue when to_regclass(child) is not null;
            if entry.kind = 'time' then
                lower_bound := quote_literal(start_at);
                upper_bound := quote_literal(start_at + entry.step);
            else
                lower_bound := quote_literal(first_id_at(start_at));
                upper_bound := quote_literal(first_id_at(start_at + entry.step));
            end if;
            execute format('create table %I partition of %I for values from (%s) to (%s)', child, entry.name, lower_bound, upper_bound);
            execute format('revoke all on %I from public, posthorn_${service}_runtime, posthorn_${service}_worker', child);
            partition := child; action := 'created'; return next;
        end loop;
        continue when entry.keep is null;
        for old in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = entry.name::regclass and c.relname ~ '_\d{10}$'
              and to_timestamp(right(c.relname, 10) || '+00', 'YYYYMMDDHH24TZH') + entry.step < now() - entry.keep
        loop
            execute format('drop table %I', old.relname);
            partition := old.relname; action := 'dropped'; return next;
        end loop;
    end loop;
end $$;
revoke execute on function maintain_partitions() from public;
grant execute on function maintain_partitions() to posthorn_${service}_worker;
