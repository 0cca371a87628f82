-- Realtime tells each workspace its own events, in their order. The outbox has its tenant policy already.
grant select on outbox to posthorn_${service}_runtime;
create index outbox_of_workspace on outbox (workspace_id, sequence);
