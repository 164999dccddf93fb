// One clock as it stands now: what its row says next, what is to be told of it, and when to look again. Pure.
import type { ClockId, PauseReason, Segment } from '../contract.ts'
import type { ClockRow } from '../store/clock.ts'
import { run, segmentsOf, type Run, type Stretch, type WorkingTime } from './run.ts'
import type { Round } from './story.ts'

export type ClockNews = 'started' | 'paused' | 'resumed' | 'warned' | 'breached' | 'met'
export type Ruled = {
  policy: { id: ClockRow['policy_id']; warn_percent: number | null; pauses: readonly string[] }
  target_minutes: number
  brand_id: string
  owner_id: ClockRow['owner_id']
  case_id: ClockRow['case_id']
}
// `marks`: the case is held and all that was told of it is known, so what went by may leave its mark.
export type Now = { at: number; time: WorkingTime; marks: boolean; mint: () => ClockId }
export type Standing = { row: ClockRow; news: ClockNews[]; run: Run; look: number | null }

const MINUTE = 60_000
const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)
const orNull = (at: number | null): Temporal.Instant | null => (at === null ? null : instant(at))

export function clockNow(round: Round, before: ClockRow | undefined, { ruled, now }: { ruled: Ruled; now: Now }): Standing {
  const pauses = (because: PauseReason): boolean => because === 'closed' || ruled.policy.pauses.includes('resolution')
  const target = ruled.target_minutes * MINUTE
  const ran = run(segmentsOf(round, pauses), target, { time: now.time, now: now.at })
  const breached_at = before?.breached_at ?? breachOf(round, ran, now)
  const warns = round.end === null && ran.paused === null && !breached_at ? warning(ran.segments, target, { ruled, now }) : null
  const warned_at = before?.warned_at ?? (isToWarn(warns, ran, now) ? instant(now.at) : null)
  const row: ClockRow = {
    id: before?.id ?? now.mint(), case_id: ruled.case_id, kind: round.kind, round: round.round, policy_id: ruled.policy.id, brand_id: ruled.brand_id,
    owner_id: ruled.owner_id, target_minutes: ruled.target_minutes, started_at: instant(round.start), due_at: orNull(ran.due),
    segments: ran.segments.map(said), paused_because: ran.paused, warned_at, breached_at, ended_at: orNull(round.end), ended_as: round.as,
  } // prettier-ignore
  return { row, news: newsOf(before, row), run: ran, look: lookAt(row, { ran, warns }) }
}

// What still runs is late when its moment has come and everything told is known; what ended, when it ended after it.
function breachOf({ end }: Round, { due }: Run, now: Now): Temporal.Instant | null {
  if (due === null) return null
  const late = end === null ? now.marks && due <= now.at : due < end
  return late ? instant(due) : null
}

const isToWarn = (warns: number | null, { due }: Run, now: Now): boolean =>
  now.marks && warns !== null && warns <= now.at && (due === null || due > now.at)

const said = ({ from, until, because }: Stretch): Segment => ({
  state: because === null ? 'running' : 'paused', from: instant(from).toString(), until: until === null ? null : instant(until).toString(), because,
}) // prettier-ignore

function warning(segments: readonly Stretch[], target: number, { ruled, now }: { ruled: Ruled; now: Now }): number | null {
  const { warn_percent } = ruled.policy
  return warn_percent === null ? null : shareOf(segments, target, { percent: warn_percent, now })
}

/** When so much of a clock's target will have gone by, or went by; null while it stands still before that. Epoch milliseconds. */
export function shareOf(
  segments: readonly Stretch[],
  target: number,
  { percent, now }: { percent: number; now: Now },
): number | null {
  return run(segments, Math.max(1, Math.floor((target * percent) / 100)), { time: now.time, now: now.at }).due
}

function lookAt(row: ClockRow, { ran, warns }: { ran: Run; warns: number | null }): number | null {
  if (row.ended_at) return null
  if (ran.paused !== null) return row.breached_at ? null : ran.due // late before it came to stand still, and nobody has marked it yet
  const coming = [row.warned_at ? null : warns, row.breached_at ? null : ran.due].filter((at) => at !== null)
  return coming.length > 0 ? Math.min(...coming) : null
}

function newsOf(before: ClockRow | undefined, row: ClockRow): ClockNews[] {
  const fresh = (what: 'warned_at' | 'breached_at'): boolean => row[what] !== null && !before?.[what]
  const all: [boolean, ClockNews][] = [
    [before === undefined, 'started'],
    [fresh('warned_at'), 'warned'],
    [fresh('breached_at'), 'breached'],
    [row.ended_as === 'met' && before?.ended_as !== 'met', 'met'],
    [isPaused(row) && !isPaused(before), 'paused'],
    [before !== undefined && isRunning(row) && !isRunning(before), 'resumed'],
  ]
  return all.flatMap(([is, what]) => (is ? [what] : []))
}

const isPaused = (row: ClockRow | undefined): boolean => row !== undefined && row.paused_because !== null
const isRunning = (row: ClockRow): boolean => row.ended_at === null && row.paused_because === null

/** Would writing it change anything? What ended and is told no differently stays as it was measured. */
export function isNews(before: ClockRow | undefined, { row, news }: Standing): boolean {
  if (!before || news.length > 0) return true
  const moments = (of: ClockRow): string => [of.due_at, of.ended_at, of.started_at, of.breached_at].join(' ')
  return moments(before) !== moments(row) || before.policy_id !== row.policy_id || before.owner_id !== row.owner_id || before.brand_id !== row.brand_id || before.target_minutes !== row.target_minutes || before.ended_as !== row.ended_as || before.segments.length !== row.segments.length // prettier-ignore
}
