-- Forms: each a door of its own. What visitors see is a published version, and versions are never changed.
create table channels.form (
  tenant_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  entry_point_id uuid not null,
  key text not null check (length(key) between 30 and 80),     -- public
  name text not null check (length(name) between 1 and 200),
  draft jsonb not null,
  published int check (published > 0),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id)
);
create unique index form_key on channels.form (tenant_id, key);
create unique index form_entry_point on channels.form (tenant_id, entry_point_id);
create index form_brand on channels.form (tenant_id, brand_id, id);
select base.isolate('channels.form');

create table channels.form_version (
  tenant_id uuid not null,
  form_id uuid not null,
  number int not null check (number > 0),
  definition jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, form_id, number),
  foreign key (tenant_id, form_id) references channels.form (tenant_id, id)
);
select base.isolate('channels.form_version');
revoke update, delete on channels.form_version from guichet_server;
alter table channels.form add constraint form_published_version
  foreign key (tenant_id, id, published) references channels.form_version (tenant_id, form_id, number);

-- One page given out, one submission: a second one with the same stamp is the same, or is refused.
create table channels.form_submission (
  tenant_id uuid not null,
  stamp_hash bytea not null check (length(stamp_hash) = 32),
  form_id uuid not null,
  version int not null,
  receipt_id uuid not null,
  at timestamptz not null,
  said_hash bytea not null check (length(said_hash) = 32),     -- of everything that was sent: the same again is the same
  text_hash bytea check (length(text_hash) = 32),              -- of the long answers: the same from many is a campaign
  score int not null check (score >= 0),
  reasons text[] not null,
  is_spam boolean not null,
  primary key (tenant_id, stamp_hash),
  foreign key (tenant_id, form_id, version) references channels.form_version (tenant_id, form_id, number),
  foreign key (tenant_id, receipt_id) references channels.receipt (tenant_id, id)
);
create index form_submission_form on channels.form_submission (tenant_id, form_id, at desc);
create index form_submission_text on channels.form_submission (tenant_id, form_id, text_hash, at desc) where text_hash is not null;
create unique index form_submission_receipt on channels.form_submission (tenant_id, receipt_id);
select base.isolate('channels.form_submission');
revoke update, delete on channels.form_submission from guichet_server;
