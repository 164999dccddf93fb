// What else an agent could have had: own items and the heads of the lines they may take from, the best first.
import { headFor, isOwn, scoreOf } from './choose-item.ts'
import { mayBeAsked } from './choose-agent.ts'
import { lowestBit } from './columns.ts'
import { preferenceOf } from './fits.ts'
import { roomFor } from './free.ts'
import { owed } from './score.ts'
import type { Waiting } from './receipt.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import type { State } from './state.ts'

const MOST_SHOWN = 4

/** The chosen item and what came after it, at most four. `pulling`: queues one asks for count too. */
export function waitingFor(state: State, item: number, { agent, pulling }: { agent: number; pulling: boolean }): Waiting[] {
  const room = roomFor(state, agent)
  const best: Waiting[] = []
  const look = (other: number): void => {
    if (other !== item && !best.some((each) => each.item === other)) insert(best, describeWaiting(state, other, agent))
  }
  for (const own of ownOf(state, agent, room)) look(own)
  for (const head of headsOf(state, agent, { room, pulling })) look(head)
  return [describeWaiting(state, item, agent), ...best.slice(0, MOST_SHOWN - 1)]
}

function ownOf(state: State, agent: number, room: number): number[] {
  const { items, agents } = state
  const own: number[] = []
  for (let node = agents.own[agent]!; node !== NONE; node = items.personNext[node]!) {
    const item = Math.floor(node / MOST_PERSONS)
    if (((room >>> items.channel[item]!) & 1) !== 0 && mayBeAsked(state, item, agent)) own.push(item)
  }
  return own
}

function headsOf(state: State, agent: number, { room, pulling }: { room: number; pulling: boolean }): number[] {
  const { lines } = state
  const heads: number[] = []
  for (let word = 0; word < lines.words; word++) {
    const waiting = pulling ? lines.pushed[word]! | lines.pulled[word]! : lines.pushed[word]!
    for (let left = lines.ofAgent[agent * lines.words + word]! & waiting; left !== 0; left &= left - 1) {
      const line = word * 32 + lowestBit(left)
      const head = ((room >>> lines.channel[line]!) & 1) === 0 ? NONE : headFor(state, line, agent)
      if (head !== NONE) heads.push(head)
    }
  }
  return heads
}

// In the order in which a free agent chooses: instant before deferred, own before common, the higher score, the earlier place.
function insert(best: Waiting[], waiting: Waiting): void {
  let at = best.length
  while (at > 0 && goesFirst(waiting, best[at - 1]!)) at--
  if (at < MOST_SHOWN) best.splice(at, 0, waiting)
  if (best.length > MOST_SHOWN) best.pop()
}
function goesFirst(one: Waiting, other: Waiting): boolean {
  if (one.deferred !== other.deferred) return other.deferred
  if (one.own !== other.own) return one.own
  return one.score !== other.score ? one.score > other.score : one.waited_s > other.waited_s
}

function describeWaiting(state: State, item: number, agent: number): Waiting {
  const { items, plan, agents, at } = state
  const queue = items.queue[item]!
  const rules = plan.queues[queue]!
  const waited = at - items.placeAt[item]!
  const due = items.dueAt[item]!
  const own = isOwn(state, item, agent)
  const preference = own ? 0 : preferenceOf(agents, agent, queue)
  return {
    item,
    queue,
    own,
    deferred: rules.deferred,
    waited_s: waited,
    due_at: rules.deferred ? (Number.isNaN(due) ? items.arrivedAt[item]! + rules.dueWithin : due) : null,
    base: rules.base,
    priority: items.priority[item]!,
    owed: owed(rules, items.contacts[item]!, items.waitedBefore[item]!),
    ageing: rules.deferred ? 0 : rules.ageing * waited,
    preference,
    score: scoreOf(state, item) + preference,
  }
}
