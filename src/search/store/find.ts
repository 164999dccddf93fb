import { decimal, instant, part, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { DocumentKind } from '../contract.ts'

export type Asked = {
  query: string // what a document must match
  any: string // all that was asked, for the rank
  terms: readonly { query: string; weight: number }[] // [] when every match has all of them
  kinds: readonly DocumentKind[]
  order: 'best' | 'latest'
  before: Temporal.Instant | null
  limit: number
  least: number // of the weights
}
export type Found = { kind: DocumentKind; id: string; at: Temporal.Instant; score: number }
const found = { kind: word<DocumentKind>(), id: uuid(), at: instant, score: decimal }

// Score: the part of the asked words that is there (0 to 1), how often and whether in the title (0 to about 0.5), how recent (0 to 0.2).
const scored = (work: Work, { any, terms }: Asked) => part`
  ${
    terms.length === 0
      ? part`1`
      : part`(select sum(case when d.vector @@ t.query::tsquery then t.weight else 0 end)
          from unnest(${terms.map((t) => t.query)}::text[], ${terms.map((t) => t.weight)}::real[]) as t (query, weight))`
  } + 0.5 * ts_rank('{0.1, 0.1, 0.1, 1}', d.vector, ${any}::tsquery, 1)
    + 0.2 / (1 + greatest(0, extract(epoch from ${work.now}::timestamptz - d.at)) / 7776000)`

const ranked = (work: Work, asked: Asked, matches: ReturnType<typeof part>) => work.sql.many(found)`
  select kind, id, at, score from (
    select d.kind, d.id, d.at, (${scored(work, asked)})::real as score from ${matches} d) d
  where score >= ${asked.least}::real
  order by ${asked.order === 'latest' ? part`at desc, id desc` : part`score desc, at desc, id desc`}
  limit ${asked.limit}`

export const findMatching = (work: Work, asked: Asked, most: number) =>
  ranked(
    work,
    asked,
    part`search.matching(${asked.query}::tsquery, ${asked.kinds}::text[], ${asked.before}::timestamptz, ${most})`,
  )

export const findLatest = (work: Work, asked: Asked, looked: number) =>
  ranked(
    work,
    asked,
    part`search.latest(${asked.query}::tsquery, ${asked.kinds}::text[], ${asked.before}::timestamptz, ${looked})`,
  )
