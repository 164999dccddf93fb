import { integer, text, texts, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { DocumentKind } from '../contract.ts'

export type DocumentRow = { kind: DocumentKind; id: string; at: Temporal.Instant; vector: string }

export const upsertDocuments = (work: Work, rows: readonly DocumentRow[]) => work.sql.run`
  insert into search.document (tenant_id, kind, id, at, vector)
  select ${work.tenant}, kind, id, at, vector
  from unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[],
    ${rows.map((r) => r.vector)}::tsvector[]) as d (kind, id, at, vector)
  on conflict (tenant_id, kind, id) do update set at = excluded.at, vector = excluded.vector`

// A document with too many words keeps moving to the top, but takes no more words in. `known`: those of the new words it had already.
const MOST_LEXEMES = 8_000
export const addWords = (work: Work, rows: readonly DocumentRow[]) => work.sql.many({
  kind: word<DocumentKind>(),
  id: uuid(),
  known: texts,
})`
  with added as materialized (
    select d.kind, d.id, a.at, a.vector,
      array(select l.lexeme from unnest(d.vector) l where l.lexeme = any(tsvector_to_array(a.vector))) as known
    from unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[],
      ${rows.map((r) => r.vector)}::tsvector[]) as a (kind, id, at, vector)
    join search.document d on d.tenant_id = ${work.tenant} and d.kind = a.kind and d.id = a.id
    for update of d)
  update search.document d
  set at = greatest(d.at, a.at), vector = case when length(d.vector) < ${MOST_LEXEMES} then d.vector || a.vector else d.vector end
  from added a
  where d.tenant_id = ${work.tenant} and d.kind = a.kind and d.id = a.id
  returning d.kind, d.id, a.known`

export const deleteDocument = (work: Work, kind: DocumentKind, id: string) => work.sql.run`
  delete from search.document where tenant_id = ${work.tenant} and kind = ${kind} and id = ${id}`

export type PassageRow = { kind: DocumentKind; id: string; position: number; text: string }

export const replacePassages = async (work: Work, rows: readonly PassageRow[]): Promise<void> => {
  await work.sql.run`
    delete from search.passage p using unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.id)}::uuid[]) as d (kind, id)
    where p.tenant_id = ${work.tenant} and p.kind = d.kind and p.id = d.id`
  await work.sql.run`
    insert into search.passage (tenant_id, kind, id, position, text)
    select ${work.tenant}, kind, id, position, text
    from unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.position)}::int[],
      ${rows.map((r) => r.text)}::text[]) as p (kind, id, position, text)`
}

// What a passage says already is not said again: hearing a message twice changes nothing.
const MOST_PASSAGES = 500
export const addPassages = (work: Work, rows: readonly Omit<PassageRow, 'position'>[]) => work.sql.run`
  insert into search.passage (tenant_id, kind, id, position, text)
  select ${work.tenant}, a.kind, a.id, next.position, a.text
  from unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.text)}::text[]) as a (kind, id, text)
  cross join lateral (
    select coalesce(max(p.position), 0) + 1 as position, coalesce(bool_or(position(a.text in p.text) > 0), false) as is_said
    from search.passage p where p.tenant_id = ${work.tenant} and p.kind = a.kind and p.id = a.id) next
  where next.position < ${MOST_PASSAGES} and not next.is_said`

// Of a long dossier, the title and the latest passages.
export const passagesOf = (work: Work, hits: readonly { kind: DocumentKind; id: string }[]) => work.sql.many({
  n: integer,
  position: integer,
  text,
})`
  select hit.n, p.position, p.text
  from unnest(${hits.map((h) => h.kind)}::text[], ${hits.map((h) => h.id)}::uuid[]) with ordinality as hit (kind, id, n)
  cross join lateral (
    select position, left(p.text, 20000) as text from search.passage p
    where p.tenant_id = ${work.tenant} and p.kind = hit.kind and p.id = hit.id
    order by position = 0 desc, position desc limit 4) p
  order by hit.n, p.position`
