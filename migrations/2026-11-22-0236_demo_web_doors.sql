-- The doors of the made-up sites, by which the made-up customers come; of a chat also what the site signs its visitors with.
create table demo.web_door (
  tenant_id uuid not null,
  kind text not null check (kind in ('chat', 'form')),
  name text not null,
  key text not null, -- public: of the widget or the form
  identity_key uuid,
  sealed bytea,
  primary key (tenant_id, kind, name),
  constraint a_secret_has_its_key check ((identity_key is null) = (sealed is null))
);
select base.isolate('demo.web_door');
