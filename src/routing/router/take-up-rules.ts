// A house's engine under other rules, with other people, or read anew from the tables: everything that waits, is offered or in hand is put into the
// queue it is in now; what no queue takes stays with whoever answers for it.
import { newId } from '#base/id'
import { randomUUID } from 'node:crypto'
import type { Work } from '#base/work'
import * as items from '../store/item.ts'
import * as offers from '../store/offer.ts'
import * as store from '../store/router.ts'
import { putSeats, type SeatRow } from '../store/seat.ts'
import { build } from './build.ts'
import { setClock } from './clock.ts'
import { hold, type Held } from './hold.ts'
import { staffedRules, type Staffed } from './in-force.ts'
import { carryOut } from './in-the-house.ts'
import { decidedAtFirst } from './machine.ts'
import { forget, remember } from './memory.ts'
import { project } from './project.ts'
import type { Rulings } from './place.ts'
import { reviewSeats } from './seats-now.ts'
import { sortOut } from './sort-out.ts'
import { stopRouting } from './stop-routing.ts'
import { tellAll, type News } from './tell.ts'

const MOST_ITEMS = 200_000

export type TakenUp = { held: Held | undefined; began: boolean } // held: undefined where nothing is routed

/** The rules in force now, whatever they were; whoever is free finds what waits. */
export async function takeUpRules(work: Work): Promise<TakenUp> {
  const staffed = await staffedRules(work)
  const held = await hold(work)
  if (held && staffed)
    return { held: await begin(work, { row: held.row, staffed, before: held.astray ? null : held }), began: false }
  if (held) return { held: await stopRouting(work, held.row), began: false }
  return staffed ? { held: await beginAnew(work, staffed), began: true } : { held: undefined, began: false }
}

async function beginAnew(work: Work, staffed: Staffed): Promise<Held> {
  await store.insertRouter(work, { stamp: randomUUID(), timer: newId(work.now) })
  const row = await store.lockRouter(work)
  if (!row) throw new Error('routing: a row that was just written is not there')
  return await begin(work, { row: { ...row, ended_at: null }, staffed, before: null })
}

/** For a state that does not lead to where the tables are. */
export async function mended(work: Work, held: Held): Promise<Held> {
  const staffed = await staffedRules(work)
  if (!staffed) throw new Error('routing: a house routes without rules')
  return await begin(work, { row: held.row, staffed, before: null })
}

type Begun = { row: store.RouterRow; staffed: Staffed; before: Held | null }
async function begin(work: Work, { row, staffed, before }: Begun): Promise<Held> {
  const { inForce, compiled } = staffed
  forget(work.tenant)
  const at = Temporal.Instant.compare(row.stepped_at, work.now) > 0 ? row.stepped_at : work.now
  const [reviewed, live, ringing] = await Promise.all([
    reviewSeats(work, inForce),
    items.liveItems(work, MOST_ITEMS),
    offers.liveOffers(work, MOST_ITEMS),
  ])
  const seated = withoutSeat(reviewed.seats, inForce.people, at)
  const news: News[] = []
  const sorted = sortOut({
    live,
    ringing,
    at,
    news,
    rulings: rulingsOf(staffed),
    before: before && { ...before, isOpen: always, has: () => false },
  })
  const { machine, snapshot } = build({
    staffed,
    at,
    seats: reviewed.seats,
    items: sorted.placed,
    before: before?.machine ?? null,
  })
  const next: store.RouterRow = {
    ...row,
    seq: row.seq + 1,
    snapshot_seq: row.seq + 1,
    stamp: randomUUID(),
    stepped_at: at,
    seats_at: reviewed.looks_at,
  }
  const changedSeats = [...reviewed.changed.map((each) => each.row), ...seated]
  if (changedSeats.length > 0) await putSeats(work, changedSeats)
  await Promise.all([
    sorted.changed.length > 0 ? items.updateItems(work, sorted.changed) : null,
    sorted.ended.length > 0 ? offers.endOffers(work, sorted.ended) : null,
    store.insertLog(work, { seq: next.seq, stamp: next.stamp, at, inputs: [], decided: '' }),
    store.recordStep(work, next),
    store.replaceSnapshot(work, { seq: next.seq, at, body: snapshot }),
    setClock(work, row, next),
  ])
  tellAll(work, news, changedSeats)
  const held: Held = {
    seq: next.seq,
    stamp: next.stamp,
    snapshot_seq: next.seq,
    machine,
    inForce,
    compiled,
    row: next,
    astray: false,
  }
  remember(work.tenant, { seq: held.seq, stamp: held.stamp, snapshot_seq: held.snapshot_seq, machine, inForce, compiled })
  await carryOut(work, held, await project(work, { held, at, facts: [null], rows: [], applied: decidedAtFirst(machine) }))
  return held
}

// Whoever may be offered nothing any more keeps their seat, empty.
function withoutSeat(seats: ReadonlyMap<string, SeatRow>, people: readonly string[], at: Temporal.Instant): SeatRow[] {
  const staffed = new Set(people)
  return [...seats.values()]
    .filter(({ person_id, here }) => here && !staffed.has(person_id))
    .map((seat): SeatRow => ({ ...seat, state: 'off', here: false, since: at, frees_at: null }))
}

const always = (): boolean => true // what is there already is not turned away by the hour

const rulingsOf = ({ inForce, compiled, agents }: Staffed): Rulings => {
  const [people, abilities] = [
    new Map(inForce.people.map((id, at) => [id, at])),
    new Map(inForce.abilities.map((name, at) => [name, at])),
  ]
  return {
    inForce,
    compiled,
    isOpen: always,
    has: (person, ability) =>
      agents[people.get(person) ?? -1]?.abilities?.some((own) => own.ability === abilities.get(ability)) ?? false,
  }
}
