-- Lets every service go on after its schema was restored by PostgreSQL's own tools, before any process runs (docs/adr/0014).
--   psql -v ON_ERROR_STOP=1 --single-transaction -v taken_at=2026-01-31T02:17:00Z -v stopped_at=2026-01-31T09:00:00Z -f after-restore.sql
-- taken_at: the moment of the backup, or shortly before. stopped_at: when the installation that was backed up stopped.
select set_config('posthorn.taken_at', :'taken_at', false), set_config('posthorn.stopped_at', :'stopped_at', false);

do $$
declare
    step record;
begin
    for step in
        select p.pronamespace::regnamespace as schema, p.proname as name from pg_proc p
        where p.prokind = 'p' and p.proname like '%\_after\_restore'
          and p.pronamespace::regnamespace::text in ('auth', 'messaging', 'media', 'template', 'admin')
        order by 1, 2
    loop
        execute format('call %s.%I(%L::timestamptz, %L::timestamptz)', step.schema, step.name,
                       current_setting('posthorn.taken_at'), current_setting('posthorn.stopped_at'));
    end loop;
end $$;
