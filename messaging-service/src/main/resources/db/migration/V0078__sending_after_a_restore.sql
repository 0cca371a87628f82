-- A message that waited when a backup was made may have left before the installation stopped: nobody can know. It becomes a call
-- without an answer, and what ends those ends it as unknown, by the workspace's policy. Meta is never asked twice in silence.
create procedure doubt_after_restore(taken_at timestamptz, stopped_at timestamptz)
    language plpgsql set search_path = ${service}, pg_temp as $$
begin
    if stopped_at <= taken_at then
        return; -- nothing was sent after the backup
    end if;
    update attempt set error_detail = 'restored_from_backup'
    where id in (select attempt_id from send_task where state = 'calling') and outcome = 'calling';
    -- One that waited for something may have been let go early; one that was scheduled leaves at its time and not before.
    with doubted as (
        update send_task set state = 'calling', attempt_id = uuidv7(), attempts = attempts + 1, called_at = taken_at
        where state in ('queued', 'waiting', 'claimed') or state = 'scheduled' and due_at <= stopped_at
        returning workspace_id, message_id, attempt_id, attempts, epoch, channel_id, recipient)
    insert into attempt (workspace_id, id, message_id, number, epoch, channel_id, recipient, called_at, error_detail)
    select workspace_id, attempt_id, message_id, attempts, epoch, channel_id, recipient, taken_at, 'restored_from_backup'
    from doubted;
end $$;
