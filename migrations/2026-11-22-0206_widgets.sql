-- The chat door on the web: a widget per entry point, the keys by which a site signs who its visitor is, and what visitors bring.
create table channels.widget (
  tenant_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^wd_[0-9a-f]{32}_[a-z2-7]{26}$'), -- public: it stands in the page of the site
  brand_id uuid not null,
  entry_point_id uuid not null,
  settings jsonb not null,
  paused_at timestamptz,
  made_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id)
);
create unique index widget_key on channels.widget (tenant_id, key);
create unique index widget_entry_point on channels.widget (tenant_id, entry_point_id) where closed_at is null;
select base.isolate('channels.widget');
revoke delete on channels.widget from guichet_server;

create table channels.identity_key (
  tenant_id uuid not null,
  id uuid not null,
  widget_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  algorithm text not null check (algorithm in ('HS256', 'RS256', 'ES256', 'EdDSA')),
  sealed bytea,    -- the secret of HS256
  public_key text check (length(public_key) <= 10000),
  made_at timestamptz not null,
  made_by text not null,
  used_at timestamptz,
  retired_at timestamptz,
  retired_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, widget_id) references channels.widget (tenant_id, id),
  -- A public key can never be taken for a secret.
  constraint a_secret_or_a_public_key check (
    (algorithm = 'HS256' and sealed is not null and public_key is null) or (algorithm <> 'HS256' and sealed is null and public_key is not null)),
  check ((retired_at is null) = (retired_by is null))
);
create index identity_key_widget on channels.identity_key (tenant_id, widget_id, id);
select base.isolate('channels.identity_key');
revoke delete on channels.identity_key from guichet_server;

-- What a visitor brought, by the hash of the visit's secret. Until it is said in a message it is nobody's, and goes after an hour.
create table channels.visitor_file (
  tenant_id uuid not null,
  id uuid not null,
  widget_id uuid not null,
  visit bytea not null check (length(visit) = 32),
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) between 1 and 200),
  size bigint not null check (size > 0),
  file_id uuid not null,
  kept_at timestamptz not null,
  said_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, widget_id) references channels.widget (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id)
);
create index visitor_file_visit on channels.visitor_file (tenant_id, visit);
create index visitor_file_unsaid on channels.visitor_file (tenant_id, kept_at) where said_at is null;
select base.isolate('channels.visitor_file');
