import type { PersonId } from '#base/contract'
import { instant, integer, join, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Outcome, PassedGate } from '../contract.ts'

type BackFrom = PassedGate['back_from']
export type NewGate = { id: string; person: PersonId; back_at: Temporal.Instant; back_from: BackFrom; stand_in: PersonId | null }
export const insertGate = (work: Work, g: NewGate) => work.sql.run`
  insert into today.gate (tenant_id, id, person_id, at, back_at, back_from, stand_in_id)
  values (${work.tenant}, ${g.id}, ${g.person}, ${work.now}, ${g.back_at}, ${g.back_from}, ${g.stand_in})`

export type GateItem = {
  kind: string
  subject: string
  case_id: string | null
  what: string
  due_at: string | null
  outcome: Outcome
  word: string | null
}
export const insertItems = (work: Work, gate: string, items: readonly GateItem[]) => work.sql.run`
  insert into today.gate_item (tenant_id, gate_id, position, kind, subject_id, case_id, what, due_at, outcome, word)
  values ${join(
    items.map((i, position) => part`(${work.tenant}, ${gate}, ${position}::int, ${i.kind}, ${i.subject}::uuid, ${i.case_id}::uuid, ${i.what}, ${i.due_at}::timestamptz, ${i.outcome}, ${i.word})`),
    ', ',
  )}` // prettier-ignore

const gate = {
  id: uuid(), person_id: uuid<PersonId>(), at: instant, back_at: instant, back_from: word<BackFrom>(), stand_in_id: nullable(uuid<PersonId>()),
} // prettier-ignore
type Wanted = { people: readonly PersonId[]; before?: { at: string; id: string } | undefined; most: number }
export const listGates = (work: Work, { people, before, most }: Wanted) => work.sql.many(gate)`
  select id, person_id, at, back_at, back_from, stand_in_id from today.gate
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[])
    ${before ? part`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : part``}
  order by at desc, id desc limit ${most}`

const item = {
  gate_id: uuid(), position: integer, kind: text, case_id: nullable(uuid<CaseId>()), what: text, due_at: nullable(instant), outcome: word<Outcome>(), word: nullable(text),
} // prettier-ignore
export const itemsOf = (work: Work, gates: readonly string[]) => work.sql.many(item)`
  select gate_id, position, kind, case_id, what, due_at, outcome, word from today.gate_item
  where tenant_id = ${work.tenant} and gate_id = any(${gates}::uuid[]) order by gate_id, position limit 10000`

// Who went home since a moment, and when they said they would be back.
export const lastGates = (work: Work, people: readonly PersonId[], since: Temporal.Instant) => work.sql.many({
  person_id: uuid<PersonId>(),
  at: instant,
})`
  select person_id, max(at) as at from today.gate
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and at > ${since} and back_at > ${work.now} group by person_id`
