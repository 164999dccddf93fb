// What of a floor needs somebody to look, and why: everything else is left uncoloured. Pure.
import type { FloorPerson, FloorQueue } from '../contract/floor.ts'

/** `now`: people are waiting too long already. `soon`: they will, or the day goes below what was aimed at. */
export type Look = {
  weight: 'now' | 'soon'
  why: 'overdue' | 'nobody_here' | 'nobody_free' | 'below_aim' | 'expected' | 'closed_waiting'
}
export type LookAt = { weight: 'now' | 'soon'; why: 'unanswered' | 'long_pause' | 'long_wrap_up' | 'long_hold' }

const FEWEST = 10 // contacts, before a share says anything
const MINUTE = 60_000

/** The weightiest reason, or null: nothing to see. `now` in milliseconds since 1970. */
export function queueNeeds({ waiting, overdue, open, kept, of, aim, expected_s, people }: FloorQueue): Look | null {
  if (overdue > 0) return { weight: 'now', why: 'overdue' }
  if (waiting > 0 && people.here === 0) return { weight: 'now', why: 'nobody_here' }
  if (waiting > 0 && !open) return { weight: 'soon', why: 'closed_waiting' }
  if (open && isBelowAim({ kept, of, aim })) return { weight: 'soon', why: 'below_aim' }
  if (waiting > 0 && expected_s !== null && aim.within_s !== null && expected_s > 2 * aim.within_s)
    return { weight: 'soon', why: 'expected' }
  return null
}

/** Below what is aimed at today, once enough were counted for a share to say something. */
export const isBelowAim = ({ kept, of, aim }: Pick<FloorQueue, 'kept' | 'of' | 'aim'>): boolean =>
  of >= FEWEST && kept / of < aim.share

const LONG: Partial<Record<FloorPerson['state'], { minutes: number; why: LookAt['why'] }>> = {
  paused: { minutes: 20, why: 'long_pause' },
  wrapping: { minutes: 10, why: 'long_wrap_up' },
}
const INSTANT = new Set(['phone', 'video', 'visit'])
const LONG_HOLD_MINUTES = 30

export function personNeeds({ state, since, why, held }: FloorPerson, now: number): LookAt | null {
  if (state === 'paused' && why === 'unanswered') return { weight: 'soon', why: 'unanswered' }
  const long = LONG[state]
  if (long && why !== 'break' && now - Date.parse(since) > long.minutes * MINUTE) return { weight: 'soon', why: long.why }
  const held_long = held.some(
    (each) => each.state === 'in_hand' && INSTANT.has(each.channel) && now - Date.parse(each.since) > LONG_HOLD_MINUTES * MINUTE,
  )
  return held_long ? { weight: 'soon', why: 'long_hold' } : null
}
