import { decimal, instant, part, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { DocumentKind } from '../contract.ts'

export type Asked = {
  query: string // what a document must match
  loose: string // the same without the order of quoted words
  any: string // all that was asked, for the rank
  terms: readonly { query: string; weight: number }[] // [] when every match has all of them
  kinds: readonly DocumentKind[]
  order: 'best' | 'latest'
  before: Temporal.Instant | null
  limit: number
  least: number // of the weights
  documents: number // about how many match
}
const found = { kind: word<DocumentKind>(), id: uuid(), at: instant, score: decimal }

// Score: the part of the asked words that is there (0 to 1; a long dossier has many words by chance), whether in the title and how
// often (0 to about 0.2), how recent (0 to 0.15). Tried on French questions: docs/search-scores.md.
const coverage = ({ terms }: Asked) =>
  terms.length === 0
    ? part`1::real`
    : part`(select sum(case when d.vector @@ t.query::tsquery then t.weight else 0 end)
        from unnest(${terms.map((t) => t.query)}::text[], ${terms.map((t) => t.weight)}::real[]) as t (query, weight))`

// In double precision throughout: `power` and `extract` of decimals took five times as long as finding the documents.
const score = (work: Work, { any }: Asked) => part`
  coverage * power(40::float8 / (40 + length(vector)), 0.4::float8)
    + 0.2 * ts_rank('{0.1, 0.1, 0.1, 1}', vector, ${any}::tsquery, 1)
    + 0.15 / (1 + greatest(0, date_part('epoch', ${work.now}::timestamptz - at)) / 7776000)`

const ranked = (work: Work, asked: Asked, matches: ReturnType<typeof part>) => work.sql.many(found)`
  select kind, id, at, (${score(work, asked)})::real as score
  from (select d.kind, d.id, d.at, d.vector, ${coverage(asked)} as coverage from ${matches} d offset 0) d
  where coverage >= ${asked.least}::real
  order by ${asked.order === 'latest' ? part`at desc, id desc` : part`score desc, at desc, id desc`}
  limit ${asked.limit}`

export const findMatching = (work: Work, asked: Asked, most: number) =>
  ranked(
    work,
    asked,
    part`search.matching(${asked.query}::tsquery, ${asked.loose}::tsquery, ${asked.kinds}::text[], ${asked.before}::timestamptz, ${most})`,
  )

export const findLatest = (work: Work, asked: Asked, { looked, most }: { looked: number; most: number }) =>
  ranked(
    work,
    asked,
    part`search.latest(${asked.query}::tsquery, ${asked.kinds}::text[], ${asked.before}::timestamptz, ${looked}, ${most})`,
  )
