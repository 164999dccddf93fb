// How plans were published, and what that changed.
import type { PersonId } from '#base/contract'
import { date, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { PlanId, Publication, ShiftChange, ShiftId } from '../contract.ts'

type Hours = { starts_at: string; ends_at: string }
const row = { number: integer, at: instant, by_person: nullable(uuid<PersonId>()), kind: word<Publication['kind']>(), note: text, people: integer, changes: integer } // prettier-ignore
export type PublicationRow = Awaited<ReturnType<typeof listPublications>>[number]

type New = { plan: PlanId; number: number; kind: Publication['kind']; note: string; people: number; changes: number }
export const insertPublication = (work: Work, p: New) => work.sql.run`
  insert into scheduling.publication (tenant_id, plan_id, number, at, by_person, kind, note, people, changes)
  values (${work.tenant}, ${p.plan}, ${p.number}, ${work.now}, ${work.actor.kind === 'person' ? work.actor.id : null}, ${p.kind}, ${p.note}, ${p.people}, ${p.changes})`

export type ChangeKept = {
  shift: ShiftId
  person: PersonId
  day: string
  change: ShiftChange['change']
  before: Hours | null
  after: Hours | null
}
export const insertChanges = (work: Work, of: { plan: PlanId; number: number }, changes: readonly ChangeKept[]) => work.sql.run`
  insert into scheduling.publication_change (tenant_id, plan_id, number, place, shift_id, person_id, day, change, before, after)
  select ${work.tenant}, ${of.plan}, ${of.number}, (n.ordinality - 1)::int, (n.value ->> 'shift')::uuid, (n.value ->> 'person')::uuid, (n.value ->> 'day')::date,
    n.value ->> 'change', nullif(n.value -> 'before', 'null'), nullif(n.value -> 'after', 'null')
  from jsonb_array_elements(${json(changes)}::jsonb) with ordinality n`

export const listPublications = (work: Work, plan: PlanId, page: { before: number | undefined; most: number }) => work.sql.many(
  row,
)`
  select number, at, by_person, kind, note, people, changes from scheduling.publication
  where tenant_id = ${work.tenant} and plan_id = ${plan} ${page.before ? part`and number < ${page.before}` : part``}
  order by number desc limit ${page.most}`

const change = {
  place: integer, shift_id: uuid<ShiftId>(), person_id: uuid<PersonId>(), day: date, change: word<ShiftChange['change']>(), before: nullable(jsonb<Hours>()),
  after: nullable(jsonb<Hours>()),
} // prettier-ignore
type Page = { number: number; person: string | undefined; people: readonly PersonId[] | null; after: number; most: number }
export const listChanges = (work: Work, plan: PlanId, page: Page) => work.sql.many(change)`
  select place, shift_id, person_id, day, change, before, after from scheduling.publication_change
  where tenant_id = ${work.tenant} and plan_id = ${plan} and number = ${page.number} and place > ${page.after}
    ${page.person ? part`and person_id = ${page.person}` : part``} ${page.people ? part`and person_id = any(${page.people}::uuid[])` : part``}
  order by place limit ${page.most}`
