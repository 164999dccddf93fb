// What was counted, a day and a kind a row.
import { json, jsonb, part, text, uuid, join } from '#base/sql'
import type { Work } from '#base/work'
import type { KindFacts } from '#rehearsal'
import type { Quarter } from '../rules/counts.ts'
import type { Waits } from '../rules/waits.ts'

export const putKinds = async (work: Work, kinds: readonly { id: string; facts: KindFacts; key: string }[]): Promise<void> => {
  if (kinds.length === 0) return
  await work.sql.run`
  insert into forecasting.kind (tenant_id, id, facts, facts_key)
  values ${join(kinds.map(({ id, facts, key }) => part`(${work.tenant}, ${id}, ${json(facts)}, ${key})`), ', ')}
  on conflict (tenant_id, md5(facts_key)) do nothing` // prettier-ignore
}

export const kindsKnown = (work: Work) => work.sql.many({ id: uuid(), facts: jsonb<KindFacts>(), key: text })`
  select id, facts, facts_key as key from forecasting.kind where tenant_id = ${work.tenant}`

export const forgetDay = (work: Work, day: string) => work.sql.run`
  delete from forecasting.counted where tenant_id = ${work.tenant} and day = ${day}::date`

export type CountedRow = { kind: string; quarters: readonly Quarter[]; waits: Waits }
export const putDay = async (work: Work, day: string, rows: readonly CountedRow[]): Promise<void> => {
  if (rows.length === 0) return
  await work.sql.run`
  insert into forecasting.counted (tenant_id, day, kind_id, quarters, waits)
  values ${join(rows.map(({ kind, quarters, waits }) => part`(${work.tenant}, ${day}::date, ${kind}, ${json(quarters)}, ${json(waits)})`), ', ')}` // prettier-ignore
}

type Days = { first: string; last: string }
/** @param kinds null: all */
export const countedBetween = (work: Work, { first, last }: Days, kinds: readonly string[] | null) => work.sql.many({
  day: text, kind: uuid(), quarters: jsonb<Quarter[]>(),
})`
  select day::text as day, kind_id as kind, quarters from forecasting.counted
  where tenant_id = ${work.tenant} and day between ${first}::date and ${last}::date ${kinds ? part`and kind_id = any(${kinds}::uuid[])` : part``}` // prettier-ignore

export const waitsBetween = (work: Work, { first, last }: Days, kinds: readonly string[]) => work.sql.many({
  kind: uuid(),
  waits: jsonb<Waits>(),
})`
  select kind_id as kind, waits from forecasting.counted
  where tenant_id = ${work.tenant} and day between ${first}::date and ${last}::date and waits <> '[]' and kind_id = any(${kinds}::uuid[])`

/** Since when anything of a kind came, and until when. */
export const kindSpans = (work: Work) => work.sql.many({ kind: uuid(), first: text, last: text })`
  select kind_id as kind, min(day)::text as first, max(day)::text as last from forecasting.counted where tenant_id = ${work.tenant} group by kind_id`
