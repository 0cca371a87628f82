-- The trace of the request that asked for the message, so that the call to Meta is a part of it.
alter table send_task add column trace_parent text check (length(trace_parent) = 55);
