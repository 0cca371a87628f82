-- What accepting one message writes: key, message, task, conversation, event. Nothing is read to decide.
\set number random(1, ${conversations})
begin;
select set_config('posthorn.workspace', '${workspace}', true);
select id as conversation, contact_id as contact, uuidv7() as message, gen_random_uuid() as key
    from conversation where workspace_id = '${workspace}' and number = :number \gset
select pg_try_advisory_xact_lock(hashtextextended(:key, 0));
insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
    values ('${workspace}', :message, :conversation, '${channel}', :contact, 'outbound', 'text', '{"body":"Your order 17 leaves today."}', 'queued');
insert into send_task (workspace_id, message_id, channel_id, recipient)
    values ('${workspace}', :message, '${channel}', (15550000000 + :number)::text);
update conversation set last_message_at = greatest(last_message_at, now()), version = version + 1
    where workspace_id = '${workspace}' and id = :conversation;
insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
    values (gen_random_uuid(), '${workspace}', 'posthorn.message.v1', :conversation, 'posthorn.message.accepted', 1,
            '{"messageId":"0190f0a0-0000-7000-8000-000000000001","type":"text","acceptedAt":"2026-01-01T00:00:00Z"}',
            '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
insert into idempotency (workspace_id, principal, key, fingerprint, answer)
    values ('${workspace}', '${workspace}', :key, '\x00', '{"id":"0190f0a0-0000-7000-8000-000000000001","status":"queued"}');
commit;
