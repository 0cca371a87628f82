-- Calls of which nobody knows what became of them: few, and shown in a channel's health.
create index attempt_unknown on attempt (workspace_id, channel_id, id) where outcome = 'unknown';
