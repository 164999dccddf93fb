import * as handovers from '#handovers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Departure, DepartureId } from '../contract.ts'
import { offersOf, openDepartures, type DepartureRow } from '../store/departure.ts'
import { needDeparture, refuseStrangers } from './need.ts'
import { restingOn, wayOf } from './resting.ts'

export const showDeparture = async (work: Work, id: DepartureId): Promise<Departure> =>
  await show(work, await needDeparture(work, id))

export async function listDepartures(work: Work) {
  const mine: DepartureRow[] = []
  for (const row of await openDepartures(work))
    await refuseStrangers(work, row.person_id).then(() => void mine.push(row), () => {}) // of teams that are not the reader's
  return { items: await Promise.all(mine.map((row) => brief(work, row))) }
} // prettier-ignore

async function brief(work: Work, row: DepartureRow) {
  const begun_by = row.begun_by as PersonId // an actor's id, perhaps a person's
  const people = await staff.find(work, [row.person_id, ...(/^[0-9a-f-]{36}$/.test(begun_by) ? [begun_by] : [])])
  return {
    id: row.id,
    person: { id: row.person_id, name: people.get(row.person_id)?.name ?? '' },
    last_day: row.last_day.toString(),
    begun_at: row.begun_at.toString(),
    begun_by: people.get(begun_by)?.name ?? row.begun_by,
    finished_at: row.finished_at?.toString() ?? null,
    called_off_at: row.called_off_at?.toString() ?? null,
  }
}

async function show(work: Work, row: DepartureRow): Promise<Departure> {
  const [shown, resting, ids] = await Promise.all([brief(work, row), restingOn(work, row.person_id), offersOf(work, row.id)])
  const offers = await Promise.all(ids.map(({ portfolio_id }) => handovers.showPortfolio(work, portfolio_id)))
  const waiting = (kind: string): number =>
    offers.flatMap(({ kinds }) => kinds).reduce((sum, each) => sum + (each.kind === kind ? each.waiting : 0), 0)
  const left = resting.reduce((sum, { count }) => sum + count, 0)
  return {
    ...shown,
    resting: resting.map((each) => ({ ...each, offered: Math.min(each.count, waiting(each.kind)), way: wayOf(each.kind) })),
    left,
    offers,
    may_finish: left === 0 && row.finished_at === null && row.called_off_at === null,
  }
}
