// The race: every method tells the same days of the past, from the same moments, with what was known then. Pure.
import type { MethodId } from '../contract/ask.ts'
import { addDay, noSums, type Sums } from './errors.ts'
import { knownOf, type Method } from './past.ts'
import type { Prepared, Stage, Trial } from './prepare.ts'

/** What a method told: of each trial, day by day and slot by slot; and of the days asked for. */
export type Told = { trials: readonly (readonly Float64Array[])[]; final: readonly Float64Array[] }
export type Runner = Told & { method: MethodId; made_of?: { method: MethodId; weight: number }[] }

export type Scored = Runner & {
  all: Sums
  of_days: Sums // the same of whole days
  by_lead: ReadonlyMap<number, { sums: Sums; days: number }>
  by_trial: readonly Sums[]
}

/** A method on every stage. Events are put back into what it tells; what is closed is 0. */
export function run(id: MethodId, method: Method, { trials, final, laid }: Prepared): Runner {
  const on = (stage: Stage) => finished(method(stage.past, stage.ahead), stage, laid.open)
  return { method: id, trials: trials.map(on), final: on(final) }
}

/** What a method told of a stage's days, with events put back, closed times at 0, and nothing below 0. */
export function finished(
  told: readonly Float64Array[],
  { ahead, factors }: Stage,
  open: (weekday: number) => Uint8Array | null,
): Float64Array[] {
  return ahead.map((facts, i) => {
    const mask = open(facts.weekday)
    const factor = factors[i]
    const slots = told[i] ?? new Float64Array(0)
    return slots.map((count, s) => {
      if (facts.closed || mask?.[s] === 0 || !(count > 0)) return 0
      return Math.min(count, MOST) * (factor?.[s] ?? 1)
    })
  })
}

const MOST = 1e12

export function scored(runner: Runner, trials: readonly Trial[]): Scored {
  const all = noSums()
  const of_days = noSums()
  const by_lead = new Map<number, { sums: Sums; days: number }>()
  const by_trial = trials.map((trial, t) => {
    const sums = noSums()
    trial.came.forEach((came, d) => {
      const told = runner.trials[t]?.[d]
      if (!told || knownOf(came).slots === 0) return
      const lead = by_lead.get(d + 1) ?? { sums: noSums(), days: 0 }
      by_lead.set(d + 1, lead)
      for (const each of [all, sums, lead.sums]) addDay(each, told, came)
      lead.days += 1
      addDay(of_days, Float64Array.of(sumWhereKnown(told, came)), Float64Array.of(knownOf(came).total))
    })
    return sums
  })
  return { ...runner, all, of_days, by_lead, by_trial }
}

export function sumWhereKnown(told: Float64Array, came: Float64Array): number {
  let sum = 0
  came.forEach((count, s) => {
    if (!Number.isNaN(count)) sum += told[s] ?? 0
  })
  return sum
}
