-- A signing key is named by an id like everything else, so that one house cannot guess another's.
alter table channels.dkim_key add column id uuid not null default gen_random_uuid();
alter table channels.dkim_key alter column id drop default;
create unique index dkim_key_id on channels.dkim_key (tenant_id, id);
