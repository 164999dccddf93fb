// What the gate of the widgets asks of those who wait at a door: who waits since when, how long the last ones waited, and who of those who serve it is here.
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Line } from '../widgets/gate.ts'
import { faceOf } from './rules/face.ts'
import { lastAnswered, servedLately, waitingAt } from './store/lists.ts'

const MOST_WAITING = 200
const LATELY: Temporal.DurationLike = { hours: 2 }
const JUST_NOW: Temporal.DurationLike = { minutes: 15 }

export async function lineOf(work: Work, entry_point: EntryPointId): Promise<Line> {
  const [waiting, answered, served] = await Promise.all([
    waitingAt(work, entry_point, MOST_WAITING),
    lastAnswered(work, entry_point, work.now.subtract(LATELY)),
    servedLately(work, entry_point, work.now.subtract(JUST_NOW)),
  ])
  const ids = served.map(({ served_by }) => served_by)
  const [people, here] = await Promise.all([staff.find(work, ids), staff.hereNow(work, ids)])
  return {
    waiting: waiting.map(({ waiting_since }) => waiting_since),
    answered_seconds: answered.map(({ seconds }) => seconds),
    answering: ids.flatMap((id) => (here.has(id) ? (faceOf(people.get(id)) ?? []) : [])),
  }
}
