-- What a template has besides the text of its body (header, examples, footer, buttons), as JSON; null is nothing.
alter table template add column parts text check (parts is json);
alter table template_version add column parts text check (parts is json);

-- Where a template was handed in, and what became of it there.
alter table template
    add column channel_id           uuid,
    add column waba_id              text,
    add column provider_template_id text,
    add column provider_status      text,        -- Meta's last word, as it was told
    add column status_reported_at   timestamptz, -- when Meta said it, by Meta's clock
    add column reason               text,
    add column submitted_by         uuid,
    add column submitted_at         timestamptz,
    add column looked_at            timestamptz; -- when Meta was last asked

-- A deleted template frees its name.
alter table template drop constraint template_name_language;
create unique index template_name_language on template (workspace_id, name, language) where status <> 'DELETED';
create index template_status on template (workspace_id, status, id);

-- The worker looks across tenants for templates that wait for Meta, and only reads there.
create policy worker on template for select to posthorn_${service}_worker using (true);
create index template_waiting on template (looked_at) where status in ('PENDING', 'SUBMITTING', 'PAUSED');
