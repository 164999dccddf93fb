// Activities of a shift put in, moved and taken out. Pure.
import { inOrder, lengthMin, MINUTE, ms, type Drawn, type KeptActivity } from './drawn.ts'
import type { ActivityKind, GatheringId } from '../contract.ts'

const SHORTEST = 5
type Hours = { starts_at: string; ends_at: string }
type Wish = Hours & { kind: ActivityKind; name: string; gathering?: GatheringId | null }

/** Minutes after the beginning of the shift, or null where it is not whole minutes, too short or outside. */
export function minutesIn(shift: Hours, { starts_at, ends_at }: Hours): { from_min: number; to_min: number } | null {
  const [from_min, to_min] = [(ms(starts_at) - ms(shift.starts_at)) / MINUTE, (ms(ends_at) - ms(shift.starts_at)) / MINUTE]
  const whole = Number.isInteger(from_min) && Number.isInteger(to_min)
  return whole && from_min >= 0 && to_min - from_min >= SHORTEST && to_min <= lengthMin(shift) ? { from_min, to_min } : null
}

export const areApart = (activities: readonly KeptActivity[]): boolean =>
  inOrder(activities).every(({ from_min }, nth, all) => nth === 0 || from_min >= all[nth - 1]!.to_min)

/** null: it does not fit. `id` is new within the shift. */
export function withActivity(shift: Drawn, wish: Wish): KeptActivity[] | null {
  const span = minutesIn(shift, wish)
  if (!span || wish.kind === 'work') return null
  const taken = new Set(shift.activities.map(({ id }) => id))
  let nth = shift.activities.length + 1
  while (taken.has(`a${nth}`)) nth++
  const added: KeptActivity = { id: `a${nth}`, kind: wish.kind, name: wish.name, gathering: wish.gathering ?? null, ...span }
  const activities = inOrder([...shift.activities, added])
  return areApart(activities) ? activities : null
}

/** undefined: there is none of that id. */
export function withActivityAt(shift: Drawn, id: string, hours: Hours): KeptActivity[] | null | undefined {
  if (!shift.activities.some((each) => each.id === id)) return undefined
  const span = minutesIn(shift, hours)
  if (!span) return null
  const activities = inOrder(shift.activities.map((each) => (each.id === id ? { ...each, ...span } : each)))
  return areApart(activities) ? activities : null
}
