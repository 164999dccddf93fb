// Whether somebody's weeks bear another shift, given one of theirs for it or nothing: the same question for swaps, bids and whoever is told of an offer. Pure.
import type { ShiftId } from '../contract.ts'
import type { Drawn } from './drawn.ts'
import { isHard, troublesOf, type Found, type Weeks } from './legality.ts'

type Given = { without?: ShiftId | undefined; add: Drawn & { id: ShiftId } }

/** Nothing the law forbids that was not there before or is worse by it, and no hour while they are away. */
export function bears(weeks: Weeks, { without, add }: Given): boolean {
  const gone = new Set([without, add.id])
  const shifts = [...weeks.shifts.filter(({ id }) => !gone.has(id)), { ...add, person: weeks.person }]
  return newTroubles(asTheyAre(weeks), troublesOf({ ...weeks, shifts })).every((each) => !isHard(each) && !isAway(each))
}

// The same weeks are asked of one shift after another.
const known = new WeakMap<Weeks, Found[]>()
function asTheyAre(weeks: Weeks): Found[] {
  const found = known.get(weeks) ?? troublesOf(weeks)
  known.set(weeks, found)
  return found
}

export const newTroubles = (before: readonly Found[], after: readonly Found[]): Found[] =>
  after.filter((trouble) => !before.some((known) => isNoBetter(known, trouble)))

/** Nobody gives or gets a shift while on leave, though a planner may draw one. */
export const isAway = ({ code }: { code: string }): boolean => code === 'while_absent'

// The same was there before, and was as bad.
const isNoBetter = (before: Found, now: Found): boolean =>
  before.code === now.code && before.day === now.day && Math.abs(before.found - before.bound) >= Math.abs(now.found - now.bound)
