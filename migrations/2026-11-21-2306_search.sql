-- Finding by words. A document is what some room wants found: its words, when it last moved, and the passages shown under a hit.
-- Words are cut and stemmed by the program, and each lexeme begins with a mark of its tenant, so that one index over all tenants is
-- in truth one list of documents per tenant and word.
create schema search;
grant usage on schema search to guichet_server;

create table search.document (
  tenant_id uuid not null,
  kind text collate "C" not null check (kind in ('case', 'customer')),
  id uuid not null,
  at timestamptz not null,
  vector tsvector not null,
  primary key (tenant_id, kind, id)
) with (toast_tuple_target = 8160); -- a vector beside its row is one read; elsewhere and compressed it is several
create index document_latest on search.document (tenant_id, kind, at desc, id desc);
-- New entries wait in a short list that every search reads through; a long one would make searches slow instead of writes.
create index document_words on search.document using gin (vector) with (fastupdate = on, gin_pending_list_limit = 256);
select base.isolate('search.document');

create table search.passage (
  tenant_id uuid not null,
  kind text collate "C" not null,
  id uuid not null,
  position int not null check (position >= 0),
  text text not null check (length(text) <= 20000),
  primary key (tenant_id, kind, id, position),
  foreign key (tenant_id, kind, id) references search.document (tenant_id, kind, id) on delete cascade
);
select base.isolate('search.passage');

-- Every word a tenant ever used: how rare it is, what it is a form of, and (hashed) what it looks like with a letter missing.
create table search.word (
  tenant_id uuid not null,
  word text collate "C" not null check (length(word) between 1 and 64),
  stem text collate "C" not null,
  documents int not null check (documents >= 0), -- about; a hint for ranking and planning
  near int[], -- null for numbers and whatever else has no misspelling
  primary key (tenant_id, word)
);
create index word_stem on search.word (tenant_id, stem);
create index word_near on search.word using gin (near) with (fastupdate = on, gin_pending_list_limit = 256);
select base.isolate('search.word');

-- Operators of text search are not leakproof, so under row-level security the server's role cannot use the two GIN indexes. These three
-- functions run as the owner instead. Each reads the tenant from the transaction, as every policy does, never from an argument, and
-- says `is true` so that only the index over words, of all that the planner might choose, can be used.
-- `loose` is the query without the order of quoted words, which the index does not know: its matches are fetched, `most` at most, and
-- then held against the whole `query`.
create function search.matching(query tsquery, loose tsquery, kinds text[], before timestamptz, most int)
  returns table (kind text, id uuid, at timestamptz, vector tsvector)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp set enable_seqscan = off
as $$
  select d.kind, d.id, d.at, d.vector
  from (
    select * from search.document d
    where d.vector @@ loose
      and (d.tenant_id = (select base.tenant())) is true
      and (d.kind = any (kinds)) is true
      and (before is null or d.at < before)
    limit most) d
  where d.vector @@ query
$$;

-- For words so common that fetching all their documents would take long: the latest documents, read backwards until enough match.
create function search.latest(query tsquery, kinds text[], before timestamptz, looked int, most int)
  returns table (kind text, id uuid, at timestamptz, vector tsvector)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select d.kind, d.id, d.at, d.vector
  from unnest(kinds) as asked (kind)
  cross join lateral (
    select * from (
      select * from search.document d
      where d.tenant_id = (select base.tenant()) and d.kind = asked.kind and d.at < coalesce(before, 'infinity')
      order by d.at desc, d.id desc
      limit looked) d
    where d.vector @@ query
    limit most) d
$$;

create function search.words_near(keys int[], most int)
  returns table (word text, stem text, documents int)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp set enable_seqscan = off
as $$
  select w.word, w.stem, w.documents
  from search.word w
  where w.near && keys and (w.tenant_id = (select base.tenant())) is true
  limit most
$$;

revoke execute on function search.matching, search.latest, search.words_near from public;
grant execute on function search.matching, search.latest, search.words_near to guichet_server;
