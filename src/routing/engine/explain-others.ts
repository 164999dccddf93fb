// Why the others were not asked, counted: each agent under the first reason that holds.
import { isBarred } from './bars.ts'
import { leavesEnough, respectsBreak } from './choose-agent.ts'
import { WRAPPING_UP } from './holds.ts'
import { POOL } from './items.ts'
import { placeOf } from './persons.ts'
import type { Receipt, WhyNot } from './receipt.ts'
import { NONE } from './rules.ts'
import { levelOf, OFF, PAUSED } from './seats.ts'
import type { State } from './state.ts'

export type Others = { reasons: Map<string, { why: WhyNot; ability: number; count: number }> }

/** Counts one agent who could not take the item. */
export function countOther(state: State, item: number, { others, agent }: { others: Others; agent: number }): void {
  const { why, ability } = whyNot(state, item, agent)
  const key = ability === NONE ? why : `${why} ${ability}`
  const known = others.reasons.get(key)
  if (known) known.count++
  else others.reasons.set(key, { why, ability, count: 1 })
}

/** The most frequent first. */
export const counted = ({ reasons }: Others): Receipt['others'] => [...reasons.values()].toSorted((a, b) => b.count - a.count)

type Reason = { why: WhyNot; ability: number }
const because = (why: WhyNot, ability = NONE): Reason => ({ why, ability })

function whyNot(state: State, item: number, agent: number): Reason {
  if (state.agents.state[agent] === OFF) return OFF_DUTY
  const person = state.items.persons[item]! > 0 && placeOf(state, item, agent) !== POOL
  if (!person && state.items.phase[item] !== POOL) return PERSONS_FIRST
  return (person ? null : notAble(state, item, agent)) ?? notNow(state, item, agent)
}
const OFF_DUTY = because('off')
const PERSONS_FIRST = because('persons_first')
const NOT_IN_QUEUE = because('not_in_queue')

function notAble({ agents, lines, items }: State, item: number, agent: number): Reason | null {
  const line = items.line[item]!
  if (((lines.able[line]![agent >>> 5]! >>> (agent & 31)) & 1) !== 0) return null
  if (agents.member[agent * agents.lastOf.length + items.queue[item]!] === 0) return NOT_IN_QUEUE
  const { teams, degree, needs } = lines.asked[line]!
  if (teams !== null && !teams.has(agents.team[agent]!)) return because('outside_ring')
  if (agents.degree[agent]! < degree) return because('lacks_degree')
  const lacks = needs.find(({ must, ability, level }) => must && levelOf(agents, agent, ability) < level)
  return because('lacks_ability', lacks?.ability ?? NONE)
}

function notNow(state: State, item: number, agent: number): Reason {
  const { agents, items } = state
  if (agents.state[agent] === PAUSED) return because('paused')
  if (((agents.notFor[agent]! >>> items.channel[item]!) & 1) !== 0) return because('not_channel')
  if (!respectsBreak(state, items.queue[item]!, agent)) return because('on_break')
  if (isBarred(state, item, agent)) return because(isForGood(state, item, agent) ? 'excluded' : 'declined')
  if (((agents.free[agent]! >>> items.channel[item]!) & 1) === 0) return because(isWrapping(state, agent) ? 'wrapping' : 'busy')
  return because(leavesEnough(state, items.line[item]!, agent) ? 'busy' : 'kept_free')
}

function isForGood({ bars, items }: State, item: number, agent: number): boolean {
  for (let bar = items.bar[item]!; bar !== NONE; bar = bars.next[bar]!)
    if (bars.agent[bar] === agent) return bars.until[bar] === Infinity
  return false
}

function isWrapping({ holds, agents }: State, agent: number): boolean {
  for (let hold = agents.hold[agent]!; hold !== NONE; hold = holds.next[hold]!) if (holds.state[hold] === WRAPPING_UP) return true
  return false
}
