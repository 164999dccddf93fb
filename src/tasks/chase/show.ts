// How a task is chased, and the mail beside it.
import * as staff from '#staff'
import { isUuid } from '#base/id'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { CHASE_APART_MINUTES, MOST_CHASES, type Chase, type Chased, type Stray, type TaskId } from '../contract.ts'
import { needTask } from '../need.ts'
import { isOwed } from '../rules/state-of.ts'
import { straysOf, type StrayRow } from '../outside/store/stray.ts'
import type { TaskRow } from '../store/row.ts'
import { episodeOf } from './follow.ts'
import { chasedOf, findChase, type ChaseRow } from './store/chase.ts'
import { toneNow } from './tone-now.ts'

const MOST_SHOWN = 50

export async function showChase(work: Work, { id }: { id: TaskId }): Promise<Chase> {
  const { task, standing } = await needTask(work, id)
  const seesMail = standing.answers || standing.reads // whoever was asked has no business with what others wrote
  const [chase, chased, strays] = await Promise.all([
    findChase(work, id),
    chasedOf(work, id, MOST_SHOWN),
    seesMail ? straysOf(work, id, MOST_SHOWN) : [],
  ])
  const people = [
    chase?.paused_by ?? null,
    ...chased.map(({ by_id }) => by_id),
    ...strays.map(({ decided_by_id }) => decided_by_id),
  ]
  const names = await namesOf(work, people)
  const nameOf = (person: string | null): string | null => (person && names.get(person as PersonId)?.name) ?? null // any id may be looked up
  return {
    ...(chase ? standingOf(chase, nameOf) : NOTHING_YET), task: id, next: chase && isOwed(task) ? nextOf(chase) : null, next_by_hand: await byHand(work, task, chased),
    chased: chased.map(({ id: of, at, tone, by_id, whom }): Chased => ({ id: of as Chased['id'], at: at.toString(), tone, by: { id: by_id, name: nameOf(by_id) }, whom })), // an id of the same table
    strays: strays.map((stray) => shown(stray, nameOf)),
  } // prettier-ignore
}

type NameOf = (person: string | null) => string | null
const NOTHING_YET = { paused_at: null, paused_by: null, undeliverable_at: null, undeliverable_because: null }

const standingOf = ({ paused_at, paused_by, undeliverable_at, undeliverable_because }: ChaseRow, nameOf: NameOf) => ({
  paused_at: paused_at?.toString() ?? null,
  paused_by: paused_by === null ? null : { id: paused_by, name: nameOf(paused_by) },
  undeliverable_at: undeliverable_at?.toString() ?? null,
  undeliverable_because,
})

const nextOf = ({ next_at, next_tone }: ChaseRow): Chase['next'] =>
  next_at && next_tone ? { at: next_at.toString(), tone: next_tone } : null

const shown = ({ id, at, why, text, taken, decided_at, decided_by_id, from_name, from_address, files }: StrayRow, nameOf: NameOf): Stray => ({
  id, why, text, taken, at: at.toString(), from: { name: from_name, address: from_address }, files: files.map(({ name, type, size }) => ({ name, type, size })),
  decided_at: decided_at?.toString() ?? null, decided_by: decided_by_id && { id: decided_by_id, name: nameOf(decided_by_id) ?? '' },
}) // prettier-ignore

async function namesOf(work: Work, ids: readonly (string | null)[]) {
  return await staff.find(work, ids.filter((each): each is PersonId => each !== null && isUuid(each))) // prettier-ignore
}

async function byHand(work: Work, task: TaskRow, all: Awaited<ReturnType<typeof chasedOf>>): Promise<Chase['next_by_hand']> {
  if (!isOwed(task)) return null
  const before = all.filter(({ episode }) => episode === episodeOf(task))
  const again = before[0]?.at.add({ minutes: CHASE_APART_MINUTES })
  if (before.length >= MOST_CHASES || (again && Temporal.Instant.compare(again, work.now) > 0)) return null
  return await toneNow(work, task, before)
}
