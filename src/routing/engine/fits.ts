// Who may take from a line, and who of them goes first whatever the queue's strategy. Worked out when a line first comes to be and when an
// agent changes, never while work flows.
import type { Asked, Lines } from './lines.ts'
import { NONE } from './rules.ts'
import { levelOf, type Seats } from './seats.ts'
import type { State } from './state.ts'

/** Whether the agent is of the queue and meets what the line asks. */
export function isAble({ agents, lines }: Pick<State, 'agents' | 'lines'>, line: number, agent: number): boolean {
  const asked = lines.asked[line]!
  if (agents.member[agent * agents.lastOf.length + lines.queue[line]!] === 0) return false
  if (asked.teams !== null && !asked.teams.has(agents.team[agent]!)) return false
  if (agents.degree[agent]! < asked.degree) return false
  return asked.needs.every(({ must, ability, level }) => !must || levelOf(agents, agent, ability) >= level)
}

/** How many of the `should` needs they meet. */
export const shouldsMet = (agents: Seats, asked: Asked, agent: number): number =>
  asked.needs.reduce((met, { must, ability, level }) => (!must && levelOf(agents, agent, ability) >= level ? met + 1 : met), 0)

/** The sum of their levels in all that is asked. */
export const skillIn = (agents: Seats, asked: Asked, agent: number): number =>
  asked.needs.reduce((sum, { ability }) => sum + levelOf(agents, agent, ability), 0)

export const preferenceOf = (agents: Seats, agent: number, queue: number): number =>
  agents.preference[agent * agents.lastOf.length + queue]!

/** Marks anew whether the agent may take from the line. */
export function judge(state: State, line: number, agent: number): void {
  const { lines } = state
  const able = isAble(state, line, agent)
  mark(lines.able[line]!, agent, able)
  mark(lines.ofAgent.subarray(agent * lines.words, (agent + 1) * lines.words), line, able)
  lines.stale[line] = true
}

function mark(set: Uint32Array, at: number, is: boolean): void {
  if (is) set[at >>> 5]! |= 1 << (at & 31)
  else set[at >>> 5]! &= ~(1 << (at & 31))
}

/** Everything about an agent may have changed. */
export function judgeAgent(state: State, agent: number): void {
  for (let line = 0; line < state.lines.count; line++) if (state.lines.stage[line] !== NONE) judge(state, line, agent)
}

/** Ranks of a line, if something changed since they were worked out: more shoulds first, then the preference, then what the strategy looks at. */
export function freshen(state: State, line: number): void {
  if (!state.lines.stale[line]) return
  const { lines } = state
  const order = byRank(state, line)
  const rank = lines.rank[line]!
  let at = 0
  order.forEach((each, i) => {
    if (i > 0 && different(each, order[i - 1]!)) at++
    rank[each.agent] = at
  })
  lines.flat[line] = at === 0
  lines.stale[line] = false
}

type Standing = { agent: number; should: number; preference: number; skill: number; order: number }

function byRank({ lines, agents, plan }: State, line: number): Standing[] {
  const queue = lines.queue[line]!
  const { strategy } = plan.queues[queue]!
  const asked = lines.asked[line]!
  return ableOf(lines, line)
    .map((agent) => ({
      agent,
      should: shouldsMet(agents, asked, agent),
      preference: preferenceOf(agents, agent, queue),
      skill: strategy === 'most_skilled' ? skillIn(agents, asked, agent) : 0,
      order: strategy === 'ordered' ? agent : 0,
    }))
    .toSorted((a, b) => b.should - a.should || b.preference - a.preference || b.skill - a.skill || a.order - b.order)
}

const different = (a: Standing, b: Standing): boolean =>
  a.should !== b.should || a.preference !== b.preference || a.skill !== b.skill || a.order !== b.order

function ableOf({ able }: Lines, line: number): number[] {
  const agents: number[] = []
  able[line]!.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit++) if (((word >>> bit) & 1) !== 0) agents.push(at * 32 + bit)
  })
  return agents
}
