// Work items.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, json, jsonb, nullable, part, text, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ItemEnding, ItemFacts, ItemId, ItemKind, ItemState, WorkChannel } from '../contract.ts'

const row = {
  id: uuid<ItemId>(), kind: word<ItemKind>(), channel: word<WorkChannel>(), subject_id: nullable(uuid()), case_id: nullable(uuid<CaseId>()), title: text,
  facts: jsonb<ItemFacts>(), queue: text, queued_at: instant, rulebook: text, arrived_at: instant, place_at: instant, due_at: nullable(instant),
  owner_id: nullable(uuid<PersonId>()), contact_id: nullable(uuid<PersonId>()), deputies: uuids<PersonId>(), units: integer, most: integer, gives_way: boolean,
  state: word<ItemState>(), since: instant, person_id: nullable(uuid<PersonId>()), taken_at: nullable(instant), taken_by: nullable(word<'offer' | 'hand'>()),
  times_offered: integer, ended_at: nullable(instant), ended_as: nullable(word<ItemEnding>()), wrap_until: nullable(instant), wrap_longer: boolean,
  wrapped_at: nullable(instant),
} // prettier-ignore
export type ItemRow = Awaited<ReturnType<typeof findItems>>[number]
const columns = part`i.id, i.kind, i.channel, i.subject_id, i.case_id, i.title, i.facts, i.queue, i.queued_at, i.rulebook, i.arrived_at, i.place_at, i.due_at,
  i.owner_id, i.contact_id, i.deputies, i.units, i.most, i.gives_way, i.state, i.since, i.person_id, i.taken_at, i.taken_by, i.times_offered, i.ended_at,
  i.ended_as, i.wrap_until, i.wrap_longer, i.wrapped_at`

export const findItems = (work: Work, ids: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.item i where i.tenant_id = ${work.tenant} and i.id = any(${ids}::uuid[])`

export const findItem = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from routing.item i where i.tenant_id = ${work.tenant} and i.id = ${id}`

/** What is there of these conversations, cases, tasks or promises, and not over. */
export const liveOfSubjects = (work: Work, subjects: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and i.subject_id = any(${subjects}::uuid[]) and i.state <> 'over'`

export const itemsOfCase = (work: Work, of: string, most: number) => work.sql.many(row)`
  select ${columns} from routing.item i where i.tenant_id = ${work.tenant} and i.case_id = ${of} order by i.arrived_at desc, i.id desc limit ${most}`

export const liveOfCases = (work: Work, of: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.item i where i.tenant_id = ${work.tenant} and i.case_id = any(${of}::uuid[]) and i.state <> 'over'`

/** What waits, or rings, of these customers; null: of any. */
export const waitingOfCustomers = (work: Work, customers: readonly string[] | null, most: number) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and i.state in ('waiting', 'offered') and i.case_id is not null and i.facts ->> 'customer' is not null
    ${customers === null ? part`` : part`and i.facts ->> 'customer' = any(${customers}::text[])`}
  order by i.place_at, i.id limit ${most}`

export const inHandOf = (work: Work, people: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and i.person_id = any(${people}::uuid[]) and i.state = 'in_hand' order by i.taken_at limit 1000`

export const wrappingOf = (work: Work, people: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and i.person_id = any(${people}::uuid[]) and i.wrap_until is not null and i.wrapped_at is null
  order by i.ended_at limit 1000`

/** All that is in the engine, bounded; for a state that is built anew, and for the doctor. */
export const liveItems = (work: Work, most: number) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and (i.state <> 'over' or (i.wrap_until is not null and i.wrapped_at is null))
  order by i.arrived_at, i.id limit ${most}`

type Page = {
  queue: string
  states: readonly ItemState[]
  brands: readonly string[] | null
  after: { at: string; id: string } | undefined
  most: number
}
export const itemsOfQueue = (work: Work, p: Page) => work.sql.many(row)`
  select ${columns} from routing.item i
  where i.tenant_id = ${work.tenant} and i.queue = ${p.queue} and i.state = any(${p.states}::text[]) and i.state <> 'over'
    ${p.brands ? part`and (i.facts ->> 'brand' is null or i.facts ->> 'brand' = any(${p.brands}::text[]))` : part``}
    ${p.after ? part`and (i.place_at, i.id) > (${p.after.at}, ${p.after.id})` : part``}
  order by i.place_at, i.id limit ${p.most}`

export const countWaiting = (work: Work, queues: readonly string[]) => work.sql.many({ queue: text, count: integer })`
  select queue, count(*)::int as count from routing.item
  where tenant_id = ${work.tenant} and queue = any(${queues}::text[]) and state = 'waiting' group by queue`

const written = (rows: readonly ItemRow[]) =>
  json(
    rows.map((r) =>
      Object.fromEntries(
        Object.entries(r).map(([name, value]) => [name, value instanceof Temporal.Instant ? value.toString() : value]),
      ),
    ),
  )

export const insertItems = (work: Work, rows: readonly ItemRow[]) => work.sql.run`
  insert into routing.item (tenant_id, id, kind, channel, subject_id, case_id, title, facts, queue, queued_at, rulebook, arrived_at, place_at, due_at,
    owner_id, contact_id, deputies, units, most, gives_way, state, since, person_id, taken_at, taken_by, times_offered, ended_at, ended_as, wrap_until,
    wrap_longer, wrapped_at)
  select ${work.tenant}, r.id, r.kind, r.channel, r.subject_id, r.case_id, r.title, r.facts, r.queue, r.queued_at, r.rulebook, r.arrived_at, r.place_at, r.due_at,
    r.owner_id, r.contact_id, r.deputies, r.units, r.most, r.gives_way, r.state, r.since, r.person_id, r.taken_at, r.taken_by, r.times_offered, r.ended_at,
    r.ended_as, r.wrap_until, r.wrap_longer, r.wrapped_at
  from jsonb_populate_recordset(null::routing.item, ${written(rows)}::jsonb) r`

// What changes in the life of an item; the rest stays as it arrived.
export const updateItems = (work: Work, rows: readonly ItemRow[]) => work.sql.run`
  update routing.item i set queue = r.queue, queued_at = r.queued_at, rulebook = r.rulebook, units = r.units, most = r.most, gives_way = r.gives_way,
    state = r.state, since = r.since, person_id = r.person_id, taken_at = r.taken_at, taken_by = r.taken_by, times_offered = r.times_offered,
    ended_at = r.ended_at, ended_as = r.ended_as, wrap_until = r.wrap_until, wrap_longer = r.wrap_longer, wrapped_at = r.wrapped_at,
    owner_id = r.owner_id, contact_id = r.contact_id, deputies = r.deputies, due_at = r.due_at, facts = r.facts, title = r.title
  from jsonb_populate_recordset(null::routing.item, ${written(rows)}::jsonb) r
  where i.tenant_id = ${work.tenant} and i.id = r.id`
