// The engine's receipt with names instead of handles: what is kept, and put into words by rules/say-receipt.ts. Pure.
import type { PersonId } from '#base/contract'
import type { Candidate, Receipt, Waiting } from '../engine/index.ts'
import type { ReceiptBody } from '../store/offer.ts'
import type { InForce } from './in-force.ts'
import type { Machine } from './machine.ts'
import { nameOf } from './names.ts'

type Of = { machine: Machine; inForce: InForce }

export function receiptBody({ machine, inForce }: Of, receipt: Receipt): ReceiptBody {
  const person = (agent: number): PersonId => nameOf(machine.people, agent) as PersonId // the engine's people are the house's
  const { runner_up } = receipt
  return {
    rule: receipt.by,
    facts: {
      occasion: receipt.occasion,
      stage: receipt.stage,
      phase: receipt.phase,
      waited_s: receipt.waited_s,
      strategy: receipt.strategy,
      more_candidates: receipt.more_candidates,
      instead: receipt.instead.map((each) => otherItem(machine, inForce, each)),
    },
    candidates: receipt.candidates.map((each) => ({ person: person(each.agent), score: each.preference, parts: partsOf(each) })),
    others: receipt.others.map(({ why, ability, count }) => ({ why, skill: ability < 0 ? null : (machine.abilities.list[ability] ?? 'nobody'), count })),
    chosen: receipt.chosen.map(person),
    runner_up: runner_up && person(runner_up.agent),
    meant: runner_up && { should: runner_up.should, skill: runner_up.skill, in_hand: runner_up.in_hand, handled: runner_up.handled, free_for_s: runner_up.free_for_s },
  }
} // prettier-ignore

const partsOf = ({ should, preference, skill, in_hand, handled, free_for_s }: Candidate): { code: string; points: number }[] =>
  Object.entries({ should, preference, skill, in_hand, handled, free_for_s }).map(([code, points]) => ({ code, points }))

const otherItem = (machine: Machine, inForce: InForce, { item, queue, ...points }: Waiting): Record<string, unknown> => ({
  item: machine.ids[item] ?? null,
  queue: inForce.lanes[queue]?.key ?? null,
  ...points,
})
