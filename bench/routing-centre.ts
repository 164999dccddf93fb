// Centres for measuring the engine: one queue and one skill, many skills, and a large one in which everything waits.
import { arrived, finished, GIVE, newState, type Agent, type Channel, type Item, type Queue, type State } from '#routing/engine'

const phone: Channel = { units: 1, most: 1, while_serving: [] }
const auto = { offer: { auto_accept: true } }

/** A chance that is the same each time: a linear congruence (Lehmer 1951), between 0 and 1. */
export function chance(seed: number): () => number {
  let at = seed
  return () => (at = (at * 48_271) % 2_147_483_647) / 2_147_483_647
}

export function oneSkill(agents: number): State {
  return newState(
    { channels: [phone], queues: [auto] },
    Array.from({ length: agents }, (): Agent => ({ state: 'ready', queues: [{ queue: 0 }] })),
  )
}

/** `each`: in how many queues everybody is; where `strict`, queues also need a skill, ask teams in rings, and people prefer some of them. */
export function manySkills({
  agents,
  queues,
  each,
  strict,
}: {
  agents: number
  queues: number
  each: number
  strict: boolean
}): State {
  const random = chance(7)
  const some = (below: number): number => Math.floor(random() * below)
  const queueOf = (queue: number): Queue => ({
    ...auto,
    priority: { base: some(5), ageing_per_min: 1 + some(3) },
    ...(strict && {
      needs: [{ ability: queue % 20, level: 1, must: true }],
      rings: [{ after_s: 0, teams: [0, 1, 2, 3, 4] }, { after_s: 600, teams: [5, 6, 7, 8, 9] }], // prettier-ignore
    }),
  })
  const agentOf = (agent: number): Agent => ({
    state: 'ready',
    team: agent % 10,
    abilities: Array.from({ length: 20 }, (_, ability) => ({ ability, level: 1 + some(5) })),
    queues: Array.from({ length: each }, (_, i) => ({ queue: (agent * 7 + i) % queues, preference: strict ? some(3) : 0 })),
  })
  return newState(
    { channels: [phone], queues: Array.from({ length: queues }, (_, queue) => queueOf(queue)) },
    Array.from({ length: agents }, (_, agent) => agentOf(agent)),
  )
}

export type Day = { state: State; inHand: Int32Array; held: number; waiting: number; random: () => number; item: Item }
export const newDay = (state: State): Day => ({
  state,
  inHand: new Int32Array(state.agents.count),
  held: 0,
  waiting: 0,
  random: chance(11),
  item: { queue: 0, channel: 0 },
})

/** One event: something arrives while less than `most` is there, otherwise more or less by chance; or somebody is done. */
export function liveOn(day: Day, most: number): void {
  const { state, random, inHand } = day
  const there = day.held + day.waiting
  if (day.held === 0 || (there < most && random() < 0.5)) comes(day)
  else {
    const which = Math.floor(random() * day.held)
    const item = inHand[which]!
    inHand[which] = inHand[--day.held]!
    finished(state, state.at + 0.25, item)
    given(day)
  }
}

/** Something arrives, in any queue. */
export function comes(day: Day): void {
  day.item.queue = Math.floor(day.random() * day.state.plan.queues.length)
  day.waiting++
  arrived(day.state, day.state.at + 0.25, day.item)
  given(day)
}

function given(day: Day): void {
  const { decided } = day.state
  for (let i = 0; i < decided.count; i++)
    if (decided.kind[i] === GIVE) {
      day.inHand[day.held++] = decided.item[i]!
      day.waiting--
    }
}
