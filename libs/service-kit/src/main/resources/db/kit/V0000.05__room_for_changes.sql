-- Rows that are changed soon after they were written find room on their own page, so that the indexes need not hear of it.
alter table partitioned_table add column fill_percent integer check (fill_percent between 10 and 100); -- null: as usual

create procedure leave_room(child text, fill_percent integer) language plpgsql as $$
begin
    if fill_percent is not null then
        execute format('alter table %I set (fillfactor = %s)', child, fill_percent);
    end if;
end $$;

-- As before, but that partitions are left with room.
create or replace function maintain_partitions() returns table (partition text, action text)
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
            call leave_room(child, entry.fill_percent);
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
            call leave_room(child, entry.fill_percent);
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
