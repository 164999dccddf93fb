-- What we know and tell: articles, in one language each, with their translations beside them. What was published stays as it was.
create schema knowledge;
grant usage on schema knowledge to guichet_server;

create table knowledge.article (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,        -- what its translations have in common
  language text not null check (language in ('fr', 'en')),
  brand_id uuid,                   -- null: for every brand
  audience text not null check (audience in ('everybody', 'staff')),
  title text not null check (length(title) between 1 and 200),   -- the draft
  html text not null check (length(html) <= 200000),
  edited_at timestamptz not null,
  edited_by text not null,
  made_at timestamptz not null,
  author_id uuid,
  edition int,                     -- the one that is out, or was when it was withdrawn
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, language),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, author_id) references staff.person (tenant_id, id),
  constraint published_has_edition check ((edition is null) = (published_at is null)),
  constraint withdrawn_was_published check (withdrawn_at is null or (edition is not null and withdrawn_at >= published_at)),
  constraint withdrawing_names_who check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index article_latest on knowledge.article (tenant_id, edited_at desc, id desc);
create index article_out on knowledge.article (tenant_id, brand_id, language, published_at desc) where edition is not null and withdrawn_at is null;
select base.isolate('knowledge.article');
revoke delete on knowledge.article from guichet_server;

create table knowledge.edition (
  tenant_id uuid not null,
  article_id uuid not null,
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  html text not null check (length(html) between 1 and 200000),
  text text not null,
  published_at timestamptz not null,
  publisher_id uuid,
  published_by text not null,
  primary key (tenant_id, article_id, number),
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id),
  foreign key (tenant_id, publisher_id) references staff.person (tenant_id, id)
);
select base.isolate('knowledge.edition');
revoke update, delete on knowledge.edition from guichet_server;
alter table knowledge.article add constraint edition_exists foreign key (tenant_id, id, edition)
  references knowledge.edition (tenant_id, article_id, number) deferrable initially deferred;

-- Articles are found by their words like cases and customers.
alter table search.document drop constraint document_kind_check;
alter table search.document add constraint document_kind_check check (kind in ('case', 'customer', 'article'));
