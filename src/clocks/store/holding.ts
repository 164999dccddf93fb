import { text, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Language, Length, Tone } from '../contract.ts'

const row = { language: word<Language>(), tone: word<Tone>(), length: word<Length>(), text }
export const ownWords = (work: Work) => work.sql.many(row)`
  select language, tone, length, text from clocks.holding_words where tenant_id = ${work.tenant}`

type Own = { language: Language; tone: Tone; length: Length; text: string }
export const putOwnWords = (work: Work, own: Own) => work.sql.run`
  insert into clocks.holding_words (tenant_id, language, tone, length, text)
  values (${work.tenant}, ${own.language}, ${own.tone}, ${own.length}, ${own.text})
  on conflict (tenant_id, language, tone, length) do update set text = excluded.text`

export const dropOwnWords = (work: Work, own: Omit<Own, 'text'>) => work.sql.run`
  delete from clocks.holding_words
  where tenant_id = ${work.tenant} and language = ${own.language} and tone = ${own.tone} and length = ${own.length}`
