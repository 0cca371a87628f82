-- Until when an identity was this contact's: people change numbers, and numbers change hands. Null while it is.
alter table contact_identity add column until timestamptz;

alter table contact add column username text;

-- What a decision is about: everything that needs consent, or marketing alone, as people say it inside WhatsApp.
alter table contact add column consent_scope text check (consent_scope in ('all', 'marketing'));
