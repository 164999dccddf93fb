// All that is to be done about the clocks of one case now, from what was told of it. Pure: the calendar's arithmetic and new ids are passed in.
import type { Cause, ClockKind, Step } from '../contract.ts'
import type { ClockRow } from '../store/clock.ts'
import type { EscalationRow } from '../store/escalation.ts'
import type { PolicyRow } from '../store/policy.ts'
import type { WatchRow } from '../store/watch.ts'
import { targetsFor, type Because } from './choose-policy.ts'
import { climb, type Stretch } from './climb.ts'
import { clockNow, isNews, shareOf, type ClockNews, type Now, type Ruled, type Standing } from './clock-now.ts'
import { quietNow, type QuietNow } from './quiet-now.ts'
import type { Round, Story } from './story.ts'

export type OfCase = {
  part: boolean // merged into another: its clocks run there
  facts: {
    brand_id: string
    owner_id: WatchRow['owner_id']
    customer_id: WatchRow['customer_id']
    priority: 'low' | 'normal' | 'high' | 'urgent'
    closed_at: Temporal.Instant | null
  }
  story: Story
  ruled: { policy: PolicyRow; because: Because } | null
  since: number // what was before is nobody's delay
  watch: WatchRow
  clocks: readonly ClockRow[]
  escalations: readonly EscalationRow[]
}
export type StepTaken = { cause: Cause; stretch_at: string; step: Step; nth: number; due: number }
export type Decision = {
  watch: WatchRow
  clocks: ClockRow[] // those to write
  news: { clock: ClockRow; what: ClockNews }[]
  silent: boolean // has just become too long
  stagnant: boolean
  steps: StepTaken[]
}

export function decide(of: OfCase, now: Now): Decision {
  const standings = of.ruled ? clocksNow(of, of.ruled.policy, now) : []
  const { silence, stagnation } = quietNow(of, now)
  const climbs = of.story.live
    ? stretches(of, { standings, silence, stagnation, now }).map((stretch) => climbed(of, stretch, now))
    : []
  const looks = [
    ...standings.map(({ standing }) => standing.look),
    silence?.look,
    stagnation?.look,
    ...climbs.map(({ next }) => next),
  ].filter((at) => typeof at === 'number')
  const fresh = standings.filter(({ before, standing }) => isNews(before, standing))
  return {
    watch: watchOf(of, { silence, stagnation, looks: looks.length > 0 && of.story.live ? Math.min(...looks) : null, now }),
    clocks: fresh.map(({ standing }) => standing.row),
    news: fresh.flatMap(({ standing: { row, news } }) => news.map((what) => ({ clock: row, what }))),
    silent: silence?.alarms ?? false,
    stagnant: stagnation?.alarms ?? false,
    steps: now.marks ? climbs.flatMap(({ steps }) => steps) : [],
  }
}

type Placed = { before: ClockRow | undefined; standing: Standing; target: number; round: Round }

// A clock that ended and is told no differently stays as it was measured: another policy does not reach into the past.
function clocksNow(of: OfCase, policy: PolicyRow, now: Now): Placed[] {
  const targets = targetsFor(policy.targets, of.facts.priority)
  return of.story.rounds.flatMap((round): Placed[] => {
    const before = of.clocks.find((clock) => clock.kind === round.kind && clock.round === round.round)
    const minutes = targets[round.kind]
    if (round.start < of.since || (before && isMeasured(before, round))) return []
    if (minutes === null || (of.part && round.end === null))
      return before && !before.ended_at ? [withdrawn(before, round, now)] : []
    const ruled: Ruled = {
      policy,
      target_minutes: minutes,
      brand_id: of.facts.brand_id,
      owner_id: of.facts.owner_id,
      case_id: of.watch.case_id,
    }
    return [{ before, standing: clockNow(round, before, { ruled, now }), target: minutes * 60_000, round }]
  })
}

const isMeasured = (before: ClockRow, round: Round): boolean =>
  before.ended_at !== null && before.ended_at.epochMilliseconds === round.end && before.ended_as === round.as

// The policy that tells it now has no such clock.
function withdrawn(before: ClockRow, round: Round, now: Now): Placed {
  const ended = Temporal.Instant.fromEpochMilliseconds(Math.max(now.at, round.start))
  const row: ClockRow = { ...before, ended_at: ended, ended_as: 'over', paused_because: null }
  return {
    before,
    standing: { row, news: [], run: { segments: [], paused: null, due: null, worked: 0 }, look: null },
    target: 0,
    round,
  }
}

type Parts = { standings: Placed[]; silence: QuietNow | null; stagnation: QuietNow | null; now: Now }
type Named = Stretch & { at: string }

function stretches(of: OfCase, { standings, silence, stagnation, now }: Parts): Named[] {
  const ofClocks = standings.filter(({ standing }) => !standing.row.ended_at).map(({ standing: { row, run }, target }): Named => ({
    cause: row.kind satisfies ClockKind, at: row.started_at.toString(), started: row.started_at.epochMilliseconds, late: row.breached_at !== null,
    due: run.paused === null ? run.due : null, share: (percent) => shareOf(run.segments, target, { percent, now }),
    after: (milliseconds) => (run.due === null ? null : now.time.after(run.due, milliseconds)),
  })) // prettier-ignore
  const quiet = [{ cause: 'silence' as const, of: silence }, { cause: 'stagnation' as const, of: stagnation }].flatMap(({ cause, of: each }): Named[] => (each ? [{ ...each.stretch, cause, at: each.at }] : [])) // prettier-ignore
  return [...ofClocks, ...quiet]
}

// Whoever said "I am on it" of this stretch stops the climb.
function climbed(of: OfCase, stretch: Named, { at }: Now): { steps: StepTaken[]; next: number | null } {
  const before = of.escalations.filter((each) => each.cause === stretch.cause && each.stretch_at.toString() === stretch.at)
  if (!of.ruled || before.some(({ taken_at }) => taken_at !== null)) return { steps: [], next: null }
  const done = new Set<string>(before.map(({ step_id }) => step_id))
  const { due, next } = climb(of.ruled.policy.ladder, stretch, { done, now: at })
  const steps = due.map(({ step, nth }): StepTaken => ({
    cause: stretch.cause,
    stretch_at: stretch.at,
    step,
    nth,
    due: stretch.due ?? at,
  }))
  return { steps, next: due.length > 0 ? at : next }
}

type Quiet = { silence: QuietNow | null; stagnation: QuietNow | null; looks: number | null; now: Now }
function watchOf({ facts, watch, ruled, story }: OfCase, { silence, stagnation, looks, now }: Quiet): WatchRow {
  const over = watch.over_at ?? facts.closed_at ?? Temporal.Instant.fromEpochMilliseconds(now.at)
  const [silent, still] = [momentsOf(silence), momentsOf(stagnation)]
  return {
    ...watch, brand_id: facts.brand_id, owner_id: facts.owner_id, customer_id: facts.customer_id, ...ruledBy(ruled), over_at: story.live ? null : over,
    silence_since: silent.since, silence_due_at: silent.due, silent_at: silent.alarm, stagnation_since: still.since, stagnation_due_at: still.due,
    stagnant_at: still.alarm, looks_at: looks === null ? null : Temporal.Instant.fromEpochMilliseconds(looks),
  } // prettier-ignore
}

const ruledBy = (ruled: OfCase['ruled']): Pick<WatchRow, 'policy_id' | 'because'> =>
  ruled ? { policy_id: ruled.policy.id, because: ruled.because } : { policy_id: null, because: {} }
const momentsOf = (quiet: QuietNow | null): Pick<QuietNow, 'since' | 'due' | 'alarm'> | { since: null; due: null; alarm: null } =>
  quiet ?? { since: null, due: null, alarm: null }
