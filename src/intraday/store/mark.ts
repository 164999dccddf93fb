// What people did, as the moments at which it changed.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, json, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'

export type NewMark = {
  seq: number
  person_id: PersonId
  at: string
  line: 'presence' | 'seat' | 'work'
  word: string
  item_id: string | null
  instant: boolean | null
}

/** Those heard before are there already: nothing is written twice. */
export const insertMarks = (work: Work, marks: readonly NewMark[]) => work.sql.run`
  insert into intraday.mark (tenant_id, seq, person_id, at, line, word, item_id, instant)
  select ${work.tenant}, m.seq, m.person_id, m.at, m.line, m.word, m.item_id, m.instant
  from jsonb_to_recordset(${json(marks)}::jsonb) as m (seq bigint, person_id uuid, at timestamptz, line text, word text, item_id uuid, instant boolean)
  order by m.seq
  on conflict (tenant_id, seq) do nothing`

const row = {
  nth: integer, seq: integer, person_id: uuid<PersonId>(), at: instant, line: text, word: text, item_id: nullable(uuid()), instant: nullable(boolean),
} // prettier-ignore
export type MarkRow = Awaited<ReturnType<typeof marksAfter>>[number]
const MOST = 400_000

/** Written after the `nth`, of what happened from an instant on. */
export const marksAfter = (work: Work, { nth, from }: { nth: number; from: Temporal.Instant }) => work.sql.many(row)`
  select nth, seq, person_id, at, line, word, item_id, instant from intraday.mark
  where tenant_id = ${work.tenant} and nth > ${nth} and at >= ${from} order by nth limit ${MOST}`

/** How everybody stood at an instant: the last word of each of their first two lines, within the days before it. */
export const standingAt = (work: Work, { at, since }: { at: Temporal.Instant; since: Temporal.Instant }) => work.sql.many(row)`
  select distinct on (person_id, line) nth, seq, person_id, at, line, word, item_id, instant from intraday.mark
  where tenant_id = ${work.tenant} and at < ${at} and at >= ${since} and line <> 'work'
  order by person_id, line, at desc, seq desc limit ${MOST}`

export const marksOf = (work: Work, person: string, span: { from: Temporal.Instant; to: Temporal.Instant }) => work.sql.many(row)`
  select nth, seq, person_id, at, line, word, item_id, instant from intraday.mark
  where tenant_id = ${work.tenant} and person_id = ${person} and at >= ${span.from} and at < ${span.to} order by at, seq limit 20000`

/** For housekeeping: how many went. */
export const forgetMarks = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from intraday.mark where tenant_id = ${work.tenant}
    and seq in (select seq from intraday.mark where tenant_id = ${work.tenant} and at < ${before} order by at limit ${most})`
