// A solved plan as an answer, with its proofs.
import type { Answer, Judged } from '../contract/schedule-answer.ts'
import { coverageOfNeeds, partsOf, shiftsOf } from '../engine/answer.ts'
import type { Tried } from '../engine/coverable.ts'
import { onlyShortage } from '../engine/coverable.ts'
import { dayAfter } from '../engine/following.ts'
import { instantOf, SLOTS_PER_HOUR } from '../engine/grid.ts'
import { check } from '../engine/law/check.ts'
import { missingHours, type Rota } from '../engine/rota.ts'
import { sayNotPlaced } from '../engine/say-why.ts'
import { mostTogether } from '../engine/sessions.ts'
import { whyNot } from '../engine/why.ts'

/** How far a cost may be from the best: (cost − bound) ÷ cost. */
export const gapOf = (cost: number, bound: number): number => (cost <= 1e-9 ? 0 : Math.max(0, (cost - bound) / cost))

/** The same of what can be changed: without the hours that contracts hold beyond all needs. */
export function gapOfPlan(rota: Rota, cost: number, bound: number): number {
  const unavoidable = Math.min(bound, surplusCost(rota))
  return gapOf(cost - unavoidable, bound - unavoidable)
}

type Solved = { bound: number; tried: Tried; breaks: Judged | undefined; seconds: number; cancelled: boolean }

export function answerOf(rota: Rota, { bound, tried, breaks, seconds, cancelled }: Solved): Answer {
  const { problem } = rota
  const { ask } = problem
  const parts = partsOf(rota)
  const cost = parts.reduce((sum, part) => sum + part.cost, 0)
  const gap = gapOf(cost, bound)
  const shifts = shiftsOf(rota)
  return {
    name: ask.name,
    status: gap <= ask.limits.gap ? 'proven' : cancelled ? 'cancelled' : 'at_the_limit',
    seconds,
    people: problem.people.length,
    shifts,
    coverage: coverageOfNeeds(rota),
    objective: cost,
    parts,
    unavoidable: Math.min(bound, surplusCost(rota)),
    bound,
    gap,
    strict_gap: gapOfPlan(rota, cost, bound),
    shortage: {
      hours: missingHours(problem, rota.supply),
      least_hours: leastMissing(rota),
      intervals: intervalsShort(rota),
      changes_tried: tried.tried,
      coverable: tried.coverable < 0 ? intervalsShort(rota) : 0, // not all was tried: none is proven
    },
    ...(breaks && { breaks }),
    why: whyNot(rota),
    troubles: troublesOf(rota, shifts),
    sessions: sessionsOf(rota),
  }
}

function sessionsOf(rota: Rota): Answer['sessions'] {
  const { problem, sittings } = rota
  return problem.ask.sessions.flatMap(({ name, people }, session) => {
    const sat = new Map(sittings.filter((sitting) => sitting.session === session).map(({ person, from }) => [person.name, from]))
    const why = sat.size < people.length ? notPlaced(rota, session) : null
    return people.map((person) => {
      const from = sat.get(person)
      return from === undefined
        ? { name, person, placed: false, starts_at: null, ...(why && { why }) }
        : { name, person, placed: true, starts_at: instantOf(problem.grid, from) }
    })
  })
}

function notPlaced(rota: Rota, session: number): { fr: string; en: string } {
  const { grid, ask } = rota.problem
  const { from, ...together } = mostTogether(rota, session)
  return sayNotPlaced({ ...together, at: from === null ? null : instantOf(grid, from) }, ask.zone)
}

// Hours that the plan's contracts hold beyond all needs, at the lowest price of an hour too many.
function surplusCost({ problem, supply }: Rota): number {
  const here = supply.level.reduce((sum, each) => sum + each, 0)
  const needed = problem.needs.reduce((sum, slots) => sum + slots.reduce((a, b) => a + b, 0), 0)
  return (Math.max(0, here - needed) / SLOTS_PER_HOUR) * problem.ask.weights.over
}

// No plan has more people at work than all their hours without any break: what is needed beyond that is missing whatever is done.
function leastMissing({ problem }: Rota): number {
  const plain = onlyShortage(problem)
  const hours = plain.people.reduce((sum, { weeks, frozen }) => sum + weeks.reduce((all, { top }) => all + top, 0) + frozen.reduce((all, held) => all + (held?.paid ?? 0), 0), 0) // prettier-ignore
  const needed = plain.needs.reduce((sum, slots) => sum + slots.reduce((a, b) => a + b, 0), 0)
  return Math.max(0, needed - hours) / SLOTS_PER_HOUR
}

function intervalsShort({ problem, supply }: Rota): number {
  return problem.needs.reduce(
    (sum, slots, n) => sum + slots.filter((need, slot) => need - supply.level[n * supply.room + slot]! > 1e-9).length,
    0,
  )
}

function troublesOf({ problem }: Rota, shifts: Answer['shifts']): Answer['troubles'] {
  const { grid, law, ask } = problem
  const fixed = problem.people.filter(({ frozen }) => frozen.some((held) => held !== null))
  const own = Map.groupBy(shifts, ({ person }) => person)
  const around = Map.groupBy([...ask.before, ...ask.after], ({ person }) => person)
  const last = grid.names.at(-1)!
  return fixed.flatMap(({ name, contract, asked }) =>
    check([...(around.get(name) ?? []), ...(own.get(name) ?? [])], { law, contract }, {
      person: name, minor: asked.minor, zone: grid.zone, from: grid.names[0]!, to: dayAfter(grid),
    }).filter(({ code, day }) => (day <= last || code.endsWith('_rest')) && code !== 'contract_hours_less' && code !== 'contract_days_less'),
  ) // prettier-ignore
}
