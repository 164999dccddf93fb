// The receipt of an offer, written just before it is made. Nothing here decides: it tells what was compared, by the same comparisons.
import { goesBefore, isFreer, mayBeAsked, mayBeOffered } from './choose-agent.ts'
import { preferenceOf, shouldsMet, skillIn, freshen } from './fits.ts'
import { POOL } from './items.ts'
import { placeOf } from './persons.ts'
import type { Candidate, DecidingRule, Occasion, Receipt } from './receipt.ts'
import type { State } from './state.ts'
import { waitingFor } from './explain-items.ts'
import { counted, countOther, newOthers } from './explain-others.ts'

const MOST_CANDIDATES = 8
const AS = ['owner', 'contact', 'deputy', 'pool'] as const
const PHASES = ['owner', 'contact', 'deputies', 'pool'] as const
type Made = { chosen: readonly number[]; occasion: Occasion }

export function explain(state: State, item: number, { chosen, occasion }: Made): Receipt {
  const { items, lines, plan, at } = state
  const queue = items.queue[item]!
  const line = items.line[item]!
  if (lines.stale[line]) freshen(state, line)
  const { best, count, others } = lookAround(state, item)
  const candidates = chosenFirst(best, chosen).map((agent) => candidateOf(state, item, agent))
  const next = candidates.find(({ agent }) => !chosen.includes(agent)) ?? null
  return {
    at,
    occasion,
    item,
    queue,
    stage: lines.stage[line]!,
    phase: PHASES[items.phase[item]!]!,
    waited_s: at - items.placeAt[item]!,
    strategy: plan.queues[queue]!.strategy,
    chosen,
    by: decidedBy(state, item, { chosen, candidates, next }),
    candidates,
    more_candidates: Math.max(0, count - candidates.length),
    others,
    runner_up: next && difference(next, candidates[0]!),
    instead: occasion === 'item' ? [] : waitingFor(state, item, { agent: chosen[0]!, pulling: occasion === 'asked' }),
  }
}

// Whoever asked for it themselves may not be among those it would have been offered to.
function chosenFirst(best: readonly number[], chosen: readonly number[]): number[] {
  return [...chosen, ...best.filter((agent) => !chosen.includes(agent))].slice(0, MOST_CANDIDATES)
}

// The best eight of those who could take it, how many could, and why the others could not.
function lookAround(state: State, item: number): { best: number[]; count: number; others: Receipt['others'] } {
  const others = newOthers(state)
  const best: number[] = []
  let count = 0
  for (let agent = 0; agent < state.agents.count; agent++) {
    if (!couldTake(state, item, agent)) {
      countOther(state, item, { others, agent })
      continue
    }
    count++
    insert(state, item, { best, agent })
  }
  return { best, count, others: counted(others) }
}

function couldTake(state: State, item: number, agent: number): boolean {
  const { agents, items, lines } = state
  if (((agents.free[agent]! >>> items.channel[item]!) & 1) === 0) return false
  if (items.persons[item]! > 0 && placeOf(state, item, agent) !== POOL) return mayBeAsked(state, item, agent)
  if (items.phase[item] !== POOL) return false
  return ((lines.able[items.line[item]!]![agent >>> 5]! >>> (agent & 31)) & 1) !== 0 && mayBeOffered(state, item, agent)
}

function insert(state: State, item: number, { best, agent }: { best: number[]; agent: number }): void {
  let at = best.length
  while (at > 0 && comesFirst(state, item, { agent, other: best[at - 1]! })) at--
  if (at === MOST_CANDIDATES) return
  best.splice(at, 0, agent)
  if (best.length > MOST_CANDIDATES) best.pop()
}

function comesFirst(state: State, item: number, pair: { agent: number; other: number }): boolean {
  if (state.items.persons[item]! > 0) {
    const mine = placeOf(state, item, pair.agent)
    const theirs = placeOf(state, item, pair.other)
    if (mine !== theirs) return mine < theirs
    if (mine !== POOL) return isFreer(state, pair)
  }
  return goesBefore(state, { item, strategy: state.plan.queues[state.items.queue[item]!]!.strategy }, pair)
}

function candidateOf(state: State, item: number, agent: number): Candidate {
  const { agents, lines, items } = state
  const asked = lines.asked[items.line[item]!]!
  return {
    agent,
    as: AS[placeOf(state, item, agent)]!,
    should: shouldsMet(agents, asked, agent),
    preference: preferenceOf(agents, agent, items.queue[item]!),
    skill: skillIn(agents, asked, agent),
    in_hand: agents.inHand[agent]!,
    handled: agents.handled[agent]!,
    free_for_s: state.at - agents.since[agent]!,
  }
}

const difference = (theirs: Candidate, chosen: Candidate): NonNullable<Receipt['runner_up']> => ({
  agent: theirs.agent,
  should: theirs.should - chosen.should,
  skill: theirs.skill - chosen.skill,
  in_hand: theirs.in_hand - chosen.in_hand,
  handled: theirs.handled - chosen.handled,
  free_for_s: theirs.free_for_s - chosen.free_for_s,
})

type Compared = { chosen: readonly number[]; candidates: readonly Candidate[]; next: Candidate | null }

function decidedBy(state: State, item: number, { chosen, candidates, next }: Compared): DecidingRule {
  const first = candidates[0]!
  if (first.as !== 'pool') return first.as
  if (chosen.length > 1) return 'all'
  if (next === null) return 'only_one'
  const { strategy } = state.plan.queues[state.items.queue[item]!]!
  if (first.should !== next.should) return 'should'
  if (first.preference !== next.preference) return 'preference'
  if (strategy === 'most_skilled' && first.skill !== next.skill) return 'skill'
  if (strategy === 'ordered') return 'order'
  if (strategy === 'round_robin') return 'turn'
  if (first.in_hand !== next.in_hand) return 'in_hand'
  if (strategy === 'fewest_handled' && first.handled !== next.handled) return 'handled'
  return first.free_for_s === next.free_for_s ? 'number' : 'idle'
}
