-- A message is changed four times within seconds: sending, sent, delivered, read. An attempt once.
update partitioned_table set fill_percent = 60 where name = 'message';
update partitioned_table set fill_percent = 80 where name = 'attempt';

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
