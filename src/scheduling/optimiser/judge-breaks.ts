// Breaks, lunches and sittings placed by the level they leave, after tours and names are fixed; then both ways are played, and the better one is kept.
import type { Judged } from '../contract/schedule-answer.ts'
import { chainBreaks } from '../engine/chains.ts'
import { missingHours, MOST_PAUSES, recounted, type Rota } from '../engine/rota.ts'
import { placePausesAnew } from '../engine/ruin.ts'
import { placeSessions } from '../engine/sessions.ts'
import { add } from '../engine/supply.ts'
import { byLevel } from './level-steps.ts'
import { playedBothWays } from './play-plan.ts'

const MOST_ROUNDS = 20

/** The plan with its breaks as they are best for those who wait; as it was where nobody is said to come. `goOn` is asked between rounds. */
export function judgeBreaks(rota: Rota, goOn: () => boolean): { rota: Rota; judged?: Judged } {
  const problem = byLevel(rota)
  if (!problem || !goOn()) return { rota }
  const trial = recounted({ ...rota, pauses: rota.pauses.slice(), sittings: [...rota.sittings] }, problem)
  placeAgain(trial)
  for (let round = 0; round < MOST_ROUNDS && goOn(); round++) {
    const before = trial.supply.cost
    oneRound(trial)
    if (trial.supply.cost > before - 1e-6) break
  }
  const placed = recounted(trial, rota.problem)
  const played = playedBothWays(rota, placed)
  if (!played) return { rota }
  const { late, ...said } = played
  const better = late.after <= late.before && missingHours(rota.problem, placed.supply) <= missingHours(rota.problem, rota.supply) + 1e-6 // prettier-ignore
  const moved = better ? movedBetween(rota, placed) : 0
  return {
    rota: better ? placed : rota,
    judged: { kept: better ? 'judged' : 'first', moved, ...said, needs: said.needs.map((need) => ({ ...need, after: better ? need.after : need.before })) },
  } // prettier-ignore
}

// Who sits somewhere that day keeps their pauses: the sitting was placed around them.
function oneRound(rota: Rota): void {
  const { people, types, grid } = rota.problem
  const sits = new Set(rota.sittings.map(({ person, from }) => person.index * rota.days + dayOf(grid.dayStart, from)))
  for (const person of people)
    for (let day = 0; day < rota.days; day++) if (!sits.has(person.index * rota.days + day)) placePausesAnew(rota, person, day)
  if (sits.size > 0) return // a chain of breaks would not look at sittings
  for (let type = 0; type < types.length; type++) for (let day = 0; day < rota.days; day++) chainBreaks(rota, { type, day })
}

const dayOf = (dayStart: Int32Array, slot: number): number => dayStart.findLastIndex((first) => first <= slot)

// Sittings at their best by the level; as they were where that is no better, or somebody would be left without.
function placeAgain(rota: Rota): void {
  if (rota.sittings.length === 0) return
  const [was, before] = [rota.sittings, rota.supply.cost]
  takeOut(rota, was)
  rota.sittings = []
  placeSessions(rota)
  if (rota.sittings.length >= was.length && rota.supply.cost < before) return
  takeOut(rota, rota.sittings)
  rota.sittings = was
  rota.supply = recounted(rota, rota.problem).supply
}

function takeOut({ supply }: Rota, sittings: Rota['sittings']): void {
  for (const { person, from, to } of sittings) if (person.type >= 0) for (let slot = from; slot < to; slot++) add(supply, person.type, slot) // prettier-ignore
}

function movedBetween(before: Rota, after: Rota): number {
  let moved = 0
  for (const person of before.problem.people)
    for (let day = 0; day < before.days; day++) {
      const at = (person.index * before.days + day) * MOST_PAUSES
      if (before.choice[person.index * before.days + day]! < 0) continue
      for (let i = 0; i < MOST_PAUSES; i++) if (before.pauses[at + i] !== after.pauses[at + i]) moved += 1
    }
  const placeOf = ({ session, person, from }: Rota['sittings'][number]): string => `${session} ${person.name} ${from}`
  const was = new Set(before.sittings.map(placeOf))
  return moved + after.sittings.filter((sitting) => !was.has(placeOf(sitting))).length
}
