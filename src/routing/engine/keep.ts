// What has to be kept of a state, read out of its columns.
import { wheres, type Kept, type KeptAgent, type KeptItem } from './kept.ts'
import type { AgentState } from './people.ts'
import { NOWHERE } from './items.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import { stateCodes } from './seats.ts'
import type { State } from './state.ts'

/** All that decides what comes next, as plain data; its size is that of agents and live items. */
export function keptOf(state: State): Kept {
  const { agents, items, plan } = state
  const slots = Array.from({ length: items.size }, (_, slot) => slot).filter((slot) => items.where[slot] !== NOWHERE)
  return {
    at: state.at,
    agents: Array.from({ length: agents.count }, (_, agent) => keptAgent(state, agent)),
    queues: plan.queues.map((_, queue) => ({ open: state.open[queue] === 1, last: agents.lastOf[queue]! })),
    items: slots.toSorted((a, b) => items.seq[a]! - items.seq[b]!).map((slot) => keptItem(state, slot)),
  }
}

function keptAgent({ agents, plan }: State, agent: number): KeptAgent {
  const names: AgentState[] = ['ready', 'paused', 'off']
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  const level = (ability: number): number => agents.levels[agent * agents.abilities + ability]!
  const most = (channel: number): number => agents.most[agent * plan.channels + channel]!
  const at = agent * plan.queues.length
  return {
    state: names.find((name) => stateCodes[name] === agents.state[agent])!,
    team: agents.team[agent]!,
    capacity: agents.capacity[agent]!,
    most: upTo(plan.channels).flatMap((channel) =>
      most(channel) === plan.most[channel] ? [] : [{ channel, most: most(channel) }],
    ),
    not_channels: upTo(plan.channels).filter((channel) => ((agents.notFor[agent]! >>> channel) & 1) === 1),
    abilities: upTo(agents.abilities).flatMap((ability) => (level(ability) > 0 ? [{ ability, level: level(ability) }] : [])),
    degree: agents.degree[agent]!,
    queues: plan.queues.flatMap((_, queue) => (agents.member[at + queue] === 1 ? [{ queue, preference: agents.preference[at + queue]! }] : [])), // prettier-ignore
    break_at: agents.breakAt[agent] === Infinity ? null : agents.breakAt[agent]!,
    since: agents.since[agent]!,
    handled: agents.handled[agent]!,
    lapses: agents.lapses[agent]!,
  }
}

function keptItem(state: State, slot: number): KeptItem {
  const { items, lines } = state
  const needs = items.needs[slot]!
  const wait = items.toWait[slot]!
  return {
    slot,
    item: itemOf(state, slot),
    needs: needs === 0 ? null : lines.needs[needs]!,
    arrived_at: items.arrivedAt[slot]!,
    from: items.from[slot]!,
    phase: items.phase[slot]!,
    phase_from: items.phaseFrom[slot]!,
    stage: Math.max(0, lines.stage[items.line[slot]!]!),
    admitted: items.admitted[slot] === 1,
    called_back: items.calledBack[slot] === 1,
    overflows: items.overflows[slot]!,
    to_wait_s: Number.isNaN(wait) ? null : wait,
    excluded: barsOf(state, slot),
    where: wheres[items.where[slot]!]!,
    hands: handsOf(state, slot),
  }
}

function itemOf({ items }: State, slot: number): KeptItem['item'] {
  const persons = Array.from({ length: items.persons[slot]! }, (_, place) => items.person[slot * MOST_PERSONS + place]!)
  const due = items.dueAt[slot]!
  return {
    queue: items.queue[slot]!,
    channel: items.channel[slot]!,
    place_at: items.placeAt[slot]!,
    priority: items.priority[slot]!,
    earlier_contacts: items.contacts[slot]!,
    waited_before_s: items.waitedBefore[slot]!,
    ...(Number.isNaN(due) ? {} : { due_at: due }),
    ...(persons.length > 0 ? { owner: persons[0]!, contact: persons[1] ?? NONE, deputies: persons.slice(2) } : {}),
  }
}

function barsOf({ bars, items }: State, slot: number): KeptItem['excluded'] {
  const excluded: { agent: number; until: number }[] = []
  for (let bar = items.bar[slot]!; bar !== NONE; bar = bars.next[bar]!)
    excluded.push({ agent: bars.agent[bar]!, until: bars.until[bar]! })
  return excluded
}

function handsOf({ holds, items }: State, slot: number): KeptItem['hands'] {
  const hands: { agent: number; until: number }[] = []
  for (let hold = items.hold[slot]!; hold !== NONE; hold = holds.nextOfItem[hold]!)
    hands.push({ agent: holds.agent[hold]!, until: holds.until[hold]! })
  return hands.toSorted((a, b) => a.agent - b.agent)
}
