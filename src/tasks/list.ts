// Lists of tasks: asked of me or of whom I stand in for, of my teams, by me, and all those of cases one may read.
import * as cases from '#cases'
import * as staff from '#staff'
import { scopesFor } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import { once } from '#base/once'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { showItems } from './checklist.ts'
import type { Item, PartyId, Task, TaskList } from './contract.ts'
import { meOf, standsInFor } from './reader.ts'
import { show } from './show.ts'
import { itemsOfCase } from './store/item.ts'
import { countFor, listByDue, listLatest, momentOf, peopleWithTasks, type Filter } from './store/lists.ts'
import type { TaskRow } from './store/row.ts'
import { tasksOfCases } from './store/task.ts'

type Page = { items: Task[]; next: string | null }
export type Wanted = {
  cursor?: string | undefined
  limit: number
  whose: TaskList
  state: Filter['state']
  team?: TeamId | undefined
  person?: PersonId | undefined
  party?: PartyId | undefined
  owner?: 'me' | PersonId | undefined
  brand?: string | undefined
  due_from?: string | undefined
  due_until?: string | undefined
  outcome?: 'in_time' | 'late' | undefined
}

export async function list(work: Work, wanted: Wanted): Promise<Page> {
  const { limit, cursor, state, team, party, brand, due_from, due_until, outcome } = wanted
  const filter: Filter = {
    state, team, party, brand, due_from, due_until, outcome, taken_or_asked: wanted.person, after: readCursor(cursor), most: limit + 1,
    ...(await whose(work, wanted)),
  } // prettier-ignore
  const ended = state === 'ended'
  const rows = await (ended ? listLatest(work, filter) : listByDue(work, filter))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const at = (row: TaskRow): Temporal.Instant => (ended ? (row.accepted_at ?? row.cancelled_at)! : momentOf(row)) // an ended one has ended
  return { items: await show(work, rows.slice(0, limit)), next: last ? writeCursor(at(last), last.id) : null }
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: nothing is asked of it

async function whose(work: Work, { whose: list, owner }: Wanted): Promise<Partial<Filter>> {
  const me = meOf(work) ?? NOBODY
  const scopes = scopesFor(work.actor, 'case.read')
  const owners = owner ? { owners: [owner === 'me' ? me : owner] } : {}
  if (list === 'mine') return { asked: { people: await peopleServed(work), teams: [] }, ...owners }
  if (list === 'teams') return { asked: { people: [], teams: await staff.teamsOf(work, me) }, ...owners }
  if (list === 'asked') return { owners: [me], scopes }
  return { ...owners, scopes }
}

/** Oneself, and everybody of whom tasks are asked and for whom one stands in today. */
export const peopleServed = (work: Work): Promise<PersonId[]> =>
  once(work, 'tasks.people_served', async () => {
    const me = meOf(work)
    if (!me) return [NOBODY]
    return await withThoseStoodInFor(work, me, (await peopleWithTasks(work)).map(({ id }) => id)) // prettier-ignore
  })

async function withThoseStoodInFor(work: Work, me: PersonId, people: readonly PersonId[]): Promise<PersonId[]> {
  const away = [...(await staff.find(work, people)).values()].filter(({ id, absent_until }) => id !== me && absent_until !== null)
  const served = [me]
  for (const { id } of away) if ((await standsInFor(work, id)) === me) served.push(id)
  return served
}

type Counts = { mine: number; teams: number; late: number; answered: number; asked: number }
export async function count(work: Work): Promise<Counts> {
  const me = meOf(work)
  if (!me) return { mine: 0, teams: 0, late: 0, answered: 0, asked: 0 }
  return await countFor(work, { me, people: await peopleServed(work), teams: await staff.teamsOf(work, me), owners: [me] })
}

/** The tasks of a case and of what is part of it, in the order they were asked. */
export async function listOfCase(
  work: Work,
  { case: id, cursor, limit }: { case: CaseId; cursor?: string | undefined; limit: number },
): Promise<Page & { checklist: Item[] }> {
  const of = await cases.needCase(work, id, 'case.read')
  const family = await cases.familyOf(work, of.main_id ?? of.id)
  const after = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
  const rows = await tasksOfCases(work, family, { after, most: limit + 1 })
  const items = await show(work, rows.slice(0, limit))
  const checklist: Item[] = []
  for (const each of family) checklist.push(...(await showItems(work, await itemsOfCase(work, each))))
  return { items, next: rows.length > limit ? String(rows[limit - 1]!.place) : null, checklist }
}
