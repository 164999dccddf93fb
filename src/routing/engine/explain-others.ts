// Why the others were not asked, counted: each agent under the first reason that holds.
import { isBarred } from './bars.ts'
import { leavesEnough, respectsBreak } from './choose-agent.ts'
import { POOL } from './items.ts'
import { placeOf } from './persons.ts'
import type { Receipt, WhyNot } from './receipt.ts'
import { NONE } from './rules.ts'
import { levelOf, OFF, PAUSED } from './seats.ts'
import type { State } from './state.ts'

const reasons = ['off', 'persons_first', 'not_in_queue', 'outside_ring', 'lacks_degree', 'paused', 'not_channel', 'on_break', 'declined', 'excluded', 'wrapping', 'busy', 'kept_free'] as const // prettier-ignore
type Reason = (typeof reasons)[number]
const code = Object.fromEntries(reasons.map((reason, at) => [reason, at])) as Record<Reason, number> // every reason has its position

/** How many there are of each reason, by its position; after those, of each ability that lacks. */
export type Others = Int32Array
export const newOthers = ({ agents }: State): Others => new Int32Array(reasons.length + agents.abilities + 1)

/** Counts one agent who could not take the item. */
export function countOther(state: State, item: number, { others, agent }: { others: Others; agent: number }): void {
  const reason = whyNot(state, item, agent)
  others[reason < others.length ? reason : others.length - 1]!++
}

/** The most frequent first. */
export function counted(others: Others): Receipt['others'] {
  const told: { why: WhyNot; ability: number; count: number }[] = []
  others.forEach((count, at) => {
    const why = reasons[at]
    if (count > 0) told.push(why ? { why, ability: NONE, count } : { why: 'lacks_ability', ability: at - reasons.length, count })
  })
  return told.toSorted((a, b) => b.count - a.count)
}

function whyNot(state: State, item: number, agent: number): number {
  if (state.agents.state[agent] === OFF) return code.off
  const person = state.items.persons[item]! > 0 && placeOf(state, item, agent) !== POOL
  if (person) return code[notNow(state, item, agent)]
  if (state.items.phase[item] !== POOL) return code.persons_first
  const able = (state.lines.able[state.items.line[item]!]![agent >>> 5]! >>> (agent & 31)) & 1
  return able === 1 ? code[notNow(state, item, agent)] : notAble(state, item, agent)
}

function notAble({ agents, lines, items }: State, item: number, agent: number): number {
  if (agents.member[agent * agents.lastOf.length + items.queue[item]!] === 0) return code.not_in_queue
  const { teams, degree, needs } = lines.asked[items.line[item]!]!
  if (teams !== null && !teams.has(agents.team[agent]!)) return code.outside_ring
  if (agents.degree[agent]! < degree) return code.lacks_degree
  const lacks = needs.find(({ must, ability, level }) => must && levelOf(agents, agent, ability) < level)
  return reasons.length + (lacks?.ability ?? 0)
}

function notNow(state: State, item: number, agent: number): Reason {
  const { agents, items } = state
  if (agents.state[agent] === PAUSED) return 'paused'
  if (((agents.notFor[agent]! >>> items.channel[item]!) & 1) !== 0) return 'not_channel'
  if (!respectsBreak(state, items.queue[item]!, agent)) return 'on_break'
  if (items.bar[item] !== NONE && isBarred(state, item, agent)) return isForGood(state, item, agent) ? 'excluded' : 'declined'
  if (((agents.free[agent]! >>> items.channel[item]!) & 1) === 0) return agents.wrapping[agent]! > 0 ? 'wrapping' : 'busy'
  return leavesEnough(state, items.line[item]!, agent) ? 'busy' : 'kept_free'
}

function isForGood({ bars, items }: State, item: number, agent: number): boolean {
  for (let bar = items.bar[item]!; bar !== NONE; bar = bars.next[bar]!)
    if (bars.agent[bar] === agent) return bars.until[bar] === Infinity
  return false
}
