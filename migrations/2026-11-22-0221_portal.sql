-- The customer's own page: links that open it, and what was done through them.
create schema portal;
grant usage on schema portal to guichet_server;

-- Of a link only its hash is kept: a copy of this table opens nothing.
create table portal.link (
  tenant_id uuid not null,
  id uuid not null,
  hash bytea not null check (length(hash) = 32),
  brand_id uuid not null,
  customer_id uuid,
  case_id uuid,                    -- the only request it shows, or the one it opens first
  scope text not null check (scope in ('customer', 'case')),
  mailed_to text check (length(mailed_to) between 3 and 400),  -- whoever acts through it reads this mailbox
  made_for text not null check (made_for in ('mail', 'chat', 'form', 'desk', 'renewal')),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  opened_at timestamptz,           -- the last time; a scanner of mails opens links too, so it proves nothing
  confirmed_at timestamptz,        -- somebody did something through it
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  constraint shows_something check (case scope when 'customer' then customer_id is not null else case_id is not null end),
  constraint lasts_a_year_at_most check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
  constraint revoking_names_who check ((revoked_at is null) = (revoked_by is null)),
  constraint time_runs_forward check (opened_at >= made_at and confirmed_at >= made_at and revoked_at >= made_at)
);
create unique index link_hash on portal.link (tenant_id, hash);
create index link_customer on portal.link (tenant_id, customer_id, brand_id, made_at desc) where customer_id is not null;
create index link_case on portal.link (tenant_id, case_id, made_at desc) where case_id is not null;
select base.isolate('portal.link');
revoke delete on portal.link from guichet_server;

-- What a customer did on the page. The id comes with the form, so that pressing twice does it once.
create table portal.deed (
  tenant_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  case_id uuid not null,
  did text not null check (did in ('wrote', 'not_solved', 'solved')),
  at timestamptz not null,
  interaction_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, link_id) references portal.link (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id)
);
create index deed_link on portal.deed (tenant_id, link_id, at);
select base.isolate('portal.deed');
revoke delete on portal.deed from guichet_server;

-- Who asked for a new link lately, as hashes: a bound on mails sent to one address and asked for from one network.
create table portal.asking (
  tenant_id uuid not null,
  key bytea not null check (length(key) = 32),
  at timestamptz not null,
  id uuid not null,
  primary key (tenant_id, key, at, id)
);
create index asking_old on portal.asking (tenant_id, at);
select base.isolate('portal.asking');
