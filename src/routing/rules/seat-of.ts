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
  const pauses = before?.paused_at != null && !(before.pause_until && Temporal.Instant.compare(before.pause_until, now) <= 0)
  const rest = around.breaks.get(person)
  const onBreak = rest !== undefined && Temporal.Instant.compare(rest.starts_at, now) <= 0
  const state = !here ? 'off' : pauses || presence !== 'available' ? 'paused' : 'ready'
  return {
    person_id: person,
    state,
    since: before?.state === state ? before.since : now,
    here,
    presence,
    frees_at: here ? null : before?.here ? now.add({ seconds: GONE_SECONDS }) : (before?.frees_at ?? null), // whoever frees them says so when it is done
    paused_at: pauses ? before!.paused_at : null,
    pause_until: pauses ? before!.pause_until : null,
    pause_because: pauses ? before!.pause_because : null,
    paused_channels: before?.paused_channels ?? [],
    break_at: rest?.starts_at ?? null,
    break_ends: onBreak || rest ? rest.ends_at : null,
    units,
    most,
  }
}
