import type { ClockState, PauseReason } from '../contract.ts'

type Facts = {
  due_at: Temporal.Instant | null
  paused_because: PauseReason | null
  breached_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_as: 'met' | 'over' | null
}

/** What a clock is now. One whose moment went by is late, even if its timer has not marked it yet. */
export function stateOf({ due_at, paused_because, breached_at, ended_as }: Facts, now: Temporal.Instant): ClockState {
  if (ended_as === 'met') return breached_at ? 'met_late' : 'met'
  if (ended_as === 'over') return breached_at ? 'breached' : 'ended'
  if (breached_at || (due_at && Temporal.Instant.compare(due_at, now) <= 0)) return 'breached'
  return paused_because ? 'paused' : 'running'
}
