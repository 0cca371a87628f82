-- A message's status changes three times within seconds: its row stays in its page, and its key in the index is not written again.
update partitioned_table set fill_percent = 50 where name = 'message_status_projection';

do $$
declare
    child record;
begin
    for child in
        select c.relname, p.fill_percent from partitioned_table p
        join pg_inherits i on i.inhparent = p.name::regclass join pg_class c on c.oid = i.inhrelid
        where p.fill_percent is not null
    loop
        call leave_room(child.relname, child.fill_percent);
    end loop;
end $$;
