import { integer, text } from '#base/sql'
import type { Work } from '#base/work'

const row = { word: text, stem: text, documents: integer }
export type WordRow = { word: string; stem: string; documents: number }

export const findWords = (work: Work, words: readonly string[]) => work.sql.many({ word: text, documents: integer })`
  select word, documents from search.word where tenant_id = ${work.tenant} and word = any(${words}::text[])`

export type NewWord = { word: string; stem: string; near: readonly number[] | null }
export const insertWords = (work: Work, words: readonly NewWord[]) => work.sql.run`
  insert into search.word (tenant_id, word, stem, documents, near)
  select ${work.tenant}, word, stem, 0, near::int[]
  from unnest(${words.map((w) => w.word)}::text[], ${words.map((w) => w.stem)}::text[],
    ${words.map((w) => (w.near ? `{${w.near.join(',')}}` : null))}::text[]) as w (word, stem, near)
  order by word
  on conflict (tenant_id, word) do nothing`

// Always in the order of the words, so that two writers wait for each other in one direction only.
export const countWords = (work: Work, counts: readonly { word: string; more: number }[]) => work.sql.run`
  update search.word w set documents = w.documents + counted.more
  from (
    select l.word, c.more from unnest(${counts.map((c) => c.word)}::text[], ${counts.map((c) => c.more)}::int[]) as c (word, more)
    join search.word l on l.tenant_id = ${work.tenant} and l.word = c.word
    order by l.word for no key update of l) counted
  where w.tenant_id = ${work.tenant} and w.word = counted.word`

// In about how many documents each stem stands; stems nobody used are left out.
export const countStems = (work: Work, stems: readonly string[]) => work.sql.many({ stem: text, documents: integer })`
  select stem, sum(documents) as documents from search.word
  where tenant_id = ${work.tenant} and stem = any(${stems}::text[]) group by stem`

// The most used words that begin so. Very short beginnings have too many to compare.
export const completions = (work: Work, asked: { begins: string; looked: number; most: number }) => work.sql.many(row)`
  select word, stem, documents from (
    select word, stem, documents from search.word
    where tenant_id = ${work.tenant} and word >= ${asked.begins} and word < ${`${asked.begins}\u{10FFFF}`} limit ${asked.looked}) w
  order by documents desc, word limit ${asked.most}`

export const wordsNear = (work: Work, keys: readonly number[], most: number) => work.sql.many(row)`
  select word, stem, documents from search.words_near(${keys}::int[], ${most})`
