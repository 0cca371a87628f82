-- An index over the outcome had every attempt's keys written again when it was accepted. This one is about a column that changes only
-- where nobody knows what became of a call.
drop index attempt_unknown;
alter table attempt add column unknown_at timestamptz;
do $$ begin
    perform set_config('posthorn.migration', 'on', true);
    update attempt set unknown_at = coalesce(finished_at, called_at) where outcome = 'unknown';
end $$;
create index attempt_unknown on attempt (workspace_id, channel_id, id) where unknown_at is not null;
