// How somebody stands before their work. Pure: what is said of them in, their seat out.
import type { PersonId } from '#base/contract'
import type { PresenceState } from '#staff/contract'
import type { BreakRow, SeatRow } from '../store/seat.ts'

export type Around = {
  now: Temporal.Instant
  presence(person: PersonId): PresenceState
  absent: ReadonlySet<PersonId>
  breaks: ReadonlyMap<PersonId, Pick<BreakRow, 'starts_at' | 'ends_at'>>
}
type Given = { before: SeatRow | undefined; around: Around; units: number; most: Partial<Record<string, number>> }

/** How long somebody may be gone before a customer who waits for them is given to another: a browser that restarts, a train in a tunnel. */
export const GONE_SECONDS = 120
/** And before the rest goes back as well: mails that were begun, tasks that were taken. */
export const ALL_GOES_BACK_SECONDS = 4 * 3_600

export function seatOf(person: PersonId, { before, around, units, most }: Given): SeatRow {
  const { now } = around
  const presence = around.presence(person)
  const here = presence !== 'offline' && !around.absent.has(person)
  const pause = pauseOf(before, now)
  const state = stateOf(here, pause.paused_at !== null || presence !== 'available')
  const rest = around.breaks.get(person)
  return {
    person_id: person,
    state,
    since: before?.state === state ? before.since : now,
    here,
    presence,
    frees_at: here ? null : freesAt(before, now),
    ...pause,
    paused_channels: before?.paused_channels ?? [],
    break_at: rest?.starts_at ?? null,
    break_ends: rest?.ends_at ?? null,
    units,
    most,
  }
}

const stateOf = (here: boolean, pauses: boolean): SeatRow['state'] => (here ? (pauses ? 'paused' : 'ready') : 'off')

type Pause = Pick<SeatRow, 'paused_at' | 'pause_until' | 'pause_because'>
const NO_PAUSE: Pause = { paused_at: null, pause_until: null, pause_because: null }
function pauseOf(before: SeatRow | undefined, now: Temporal.Instant): Pause {
  if (!before?.paused_at) return NO_PAUSE
  const { paused_at, pause_until, pause_because } = before
  return pause_until && Temporal.Instant.compare(pause_until, now) <= 0 ? NO_PAUSE : { paused_at, pause_until, pause_because }
}

// Whoever frees them says so when it is done.
const freesAt = (before: SeatRow | undefined, now: Temporal.Instant): Temporal.Instant | null =>
  before?.here ? now.add({ seconds: GONE_SECONDS }) : (before?.frees_at ?? null)

/** As the engine has it: whoever has no seat is not there. */
export function engineState(seat: Pick<SeatRow, 'state'> | undefined): 'ready' | 'paused' | 'off' {
  if (!seat || seat.state === 'off') return 'off'
  return seat.state === 'paused' ? 'paused' : 'ready'
}
