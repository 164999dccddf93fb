// A meeting or training is laid into the shifts of those it is for: at a time somebody chose, or where it hurts least.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { gatheringUnfit, type Gathering, type GatheringId } from '../contract.ts'
import { commitChanges } from '../moves/commit-changes.ts'
import { needPlanHeld } from '../plans/need-plan.ts'
import { toCover } from '../plans/need.ts'
import { withActivity } from '../rules/activities.ts'
import { bestPlace, type Asked, type Place } from '../rules/best-place.ts'
import { at, drawnOf, MINUTE, ms, sameDrawn, type Change, type DrawnShift } from '../rules/drawn.ts'
import { presentByKind } from '../rules/counted.ts'
import type { GatheringRow } from '../store/gathering.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { needGathering, showOne } from './gatherings.ts'

const MOST_SHIFTS = 60_000
type Placed = { gathering: Gathering; not_placed: { id: PersonId; name: string }[]; move: string | null }

export async function placeGathering(
  work: Work,
  { id, starts_at }: { id: GatheringId; starts_at?: string | undefined },
): Promise<Placed> {
  const { row } = await needGathering(work, id)
  const plan = await needPlanHeld(work, row.plan_id, 'workforce.manage')
  const asked = await askedOf(work, plan, row)
  const places = starts_at
    ? atTime(row, asked, starts_at)
    : row.together
      ? [bestPlace(asked)]
      : row.people.map((person) => bestPlace({ ...asked, people: [person] }))
  const changes = changesOf(row, asked.shifts, { before: asked.before, places: places.filter((place) => place !== null) })
  const done = changes.length > 0 ? await commitChanges(work, plan, { kind: 'gather', changes }) : null
  const gathering = await showOne(work, row)
  const there = new Set(gathering.placed.map(({ person }) => person))
  const missing = row.people.filter((person) => !there.has(person))
  const people = await staff.find(work, missing)
  return {
    gathering,
    not_placed: missing.map((person) => ({ id: person, name: people.get(person)?.name ?? '' })),
    move: done?.move ?? null,
  }
}

// Shifts as they would be without it, so that placing it again moves it.
async function askedOf(
  work: Work,
  plan: PlanRow,
  row: GatheringRow,
): Promise<Asked & { before: ReadonlyMap<string, DrawnShift> }> {
  const cover = await toCover(work, plan, { from: row.from, to: row.to })
  const all = await shiftsOfPlan(work, { plan: plan.id, from: row.from, to: row.to, most: MOST_SHIFTS })
  const named = new Set<string | null>(row.people)
  const theirs = all.filter(({ person }) => named.has(person))
  return {
    before: new Map(theirs.map((shift) => [shift.id, shift])),
    people: row.people,
    length_min: row.length_min,
    window: { from_ms: row.from.epochMilliseconds, to_ms: row.to.epochMilliseconds },
    shifts: theirs.map((shift) => ({ ...shift, activities: shift.activities.filter(({ gathering }) => gathering !== row.id) })),
    away: cover.away,
    grid: cover.grid,
    cover,
    here: presentByKind(cover, { ...cover, shifts: [...cover.elsewhere, ...all] }),
  }
}

function atTime({ from, to, length_min }: GatheringRow, asked: Asked, starts_at: string): (Place | null)[] {
  const from_ms = ms(starts_at)
  const to_ms = from_ms + length_min * MINUTE
  if (from_ms < from.epochMilliseconds || to_ms > to.epochMilliseconds || from_ms % MINUTE !== 0) throw refuse(gatheringUnfit, {})
  return [{ from_ms, people: [...asked.people] }]
}

type Laying = { before: ReadonlyMap<string, DrawnShift>; places: readonly Place[] }
function changesOf(row: GatheringRow, shifts: readonly DrawnShift[], { before, places }: Laying): Change[] {
  const laid = new Map(shifts.map((shift) => [shift.id, shift]))
  for (const { from_ms, people } of places)
    for (const shift of shifts.filter(({ person }) => person !== null && people.includes(person))) {
      const hours = { starts_at: at(from_ms), ends_at: at(from_ms + row.length_min * MINUTE) }
      const activities = withActivity(laid.get(shift.id)!, { kind: row.kind, name: row.name, gathering: row.id, ...hours })
      if (activities) laid.set(shift.id, { ...shift, activities })
    }
  return [...laid.values()].flatMap((shift): Change[] => {
    const [was, is] = [drawnOf(before.get(shift.id)!), drawnOf(shift)]
    return sameDrawn(was, is) ? [] : [{ shift: shift.id, before: was, after: is }]
  })
}
