// Why it does not fit, and what would help: for each stretch in which people are missing the mends are tried on the plan, one by one, and undone.
import type { Mend, Why } from '../contract/schedule-answer.ts'
import { onlyShortage } from './coverable.ts'
import { dayOfSlot, instantOf, SLOTS_PER_HOUR } from './grid.ts'
import { newDraft, type Draft } from './draft.ts'
import { mendsFor } from './mends.ts'
import { recounted, type Rota } from './rota.ts'
import { sayWhy } from './say-why.ts'

export type Stretch = { need: number; day: number; from: number; to: number; missing: number; needed: number; planned: number } // slots; people × slots
const MOST_STRETCHES = 40
const EVEN = 1e-5 // where the same people serve two needs, the one that lacks the greater share is told of, as the grid shows it; no gain is larger for it

/** The worst stretches first. */
export function whyNot(rota: Rota): Why[] {
  const judged = recounted(rota, onlyShortage(rota.problem, EVEN))
  const draft = newDraft(judged, rota.problem.ask.weights)
  return stretchesOf(judged)
    .toSorted((a, b) => b.missing - a.missing)
    .slice(0, MOST_STRETCHES)
    .map((stretch) => whyOf(draft, stretch))
}

export function stretchesOf({ problem, supply }: Rota): Stretch[] {
  const { needs, grid } = problem
  return needs.flatMap((slots, need) => {
    const found: Stretch[] = []
    for (let slot = 0; slot < grid.slots; slot++) {
      const here = supply.level[need * supply.room + slot]!
      const missing = slots[slot]! - here
      if (missing <= 1e-9) continue
      const last = found.at(-1)
      const day = dayOfSlot(grid, slot)
      if (last && last.to === slot && last.day === day) {
        last.to = slot + 1
        last.missing += missing
        last.needed = Math.max(last.needed, slots[slot]!)
        last.planned = Math.min(last.planned, here)
      } else found.push({ need, day, from: slot, to: slot + 1, missing, needed: slots[slot]!, planned: here })
    }
    return found
  })
}

function whyOf(draft: Draft, stretch: Stretch): Why {
  const { rota: judged } = draft
  const { problem } = judged
  const { ask, grid } = problem
  const facts = {
    code: codeOf(judged, stretch),
    need: ask.needs[stretch.need]!.name,
    day: grid.names[stretch.day]!,
    from: instantOf(grid, stretch.from),
    to: instantOf(grid, stretch.to),
    needed: stretch.needed,
    allowed: stretch.planned,
    planned: stretch.planned,
    missing_h: Math.round((stretch.missing / SLOTS_PER_HOUR) * 100) / 100,
  }
  const mends: Mend[] = mendsFor(draft, stretch)
  return { ...facts, mends, ...sayWhy(facts, mends, ask.zone) }
}

function codeOf({ problem, choice, days }: Rota, { need, day, from, to }: Stretch): Why['code'] {
  const able = problem.people.filter(({ type }) => type >= 0 && problem.types[type]!.includes(need))
  if (able.length < Math.max(...problem.needs[need]!.subarray(from, to))) return 'too_few_with_the_skill'
  const could = able.filter(({ allowed, catalog, frozen }) => frozen[day] || [...allowed[day]!].some((place) => catalog.days[day]![place]!.start < to && catalog.days[day]![place]!.end > from)) // prettier-ignore
  const there = able.filter(({ index }) => choice[index * days + day] !== -1)
  return could.length - there.length <= 0 ? 'too_few_at_this_time' : 'contracts_exhausted'
}
