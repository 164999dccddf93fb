// What else an agent could have had: own items and the heads of the lines they may take from, the best first.
import { headFor, isDeferred, isOwn, scoreOf } from './choose-item.ts'
import { mayBeAsked } from './choose-agent.ts'
import { lowestBit } from './columns.ts'
import { preferenceOf } from './fits.ts'
import { roomFor } from './free.ts'
import { owed } from './score.ts'
import type { Waiting } from './receipt.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import type { State } from './state.ts'

const MOST_SHOWN = 4

type Look = { agent: number; room: number; pulling: boolean }
type Best = { agent: number; items: number[]; scores: number[] } // the best first

/** The chosen item and what came after it, at most four. `pulling`: queues one asks for count too. */
export function waitingFor(state: State, item: number, { agent, pulling }: { agent: number; pulling: boolean }): Waiting[] {
  const look = { agent, room: roomFor(state, agent), pulling }
  const best: Best = { agent, items: [], scores: [] }
  eachOwn(state, look, (own) => own !== item && insert(state, best, own))
  eachHead(state, look, (head) => head !== item && !best.items.includes(head) && insert(state, best, head))
  return [item, ...best.items.slice(0, MOST_SHOWN - 1)].map((each) => describeWaiting(state, each, agent))
}

function eachOwn(state: State, { agent, room, pulling }: Look, visit: (item: number) => void): void {
  const { items, agents, plan } = state
  for (let node = agents.own[agent]!; node !== NONE; node = items.personNext[node]!) {
    const item = Math.floor(node / MOST_PERSONS)
    if (!pulling && !plan.queues[items.queue[item]!]!.push) continue
    if (((room >>> items.channel[item]!) & 1) !== 0 && mayBeAsked(state, item, agent)) visit(item)
  }
}

function eachHead(state: State, { agent, room, pulling }: Look, visit: (item: number) => void): void {
  const { lines } = state
  for (let word = 0; word < lines.words; word++) {
    const waiting = pulling ? lines.pushed[word]! | lines.pulled[word]! : lines.pushed[word]!
    for (let left = lines.ofAgent[agent * lines.words + word]! & waiting; left !== 0; left &= left - 1) {
      const line = word * 32 + lowestBit(left)
      const head = ((room >>> lines.channel[line]!) & 1) === 0 ? NONE : headFor(state, line, agent)
      if (head !== NONE) visit(head)
    }
  }
}

function insert(state: State, best: Best, item: number): void {
  const score = worthOf(state, item, best.agent)
  let at = best.items.length
  while (at > 0 && goesFirst(state, best, { item, score, at: at - 1 })) at--
  if (at >= MOST_SHOWN) return
  best.items.splice(at, 0, item)
  best.scores.splice(at, 0, score)
  best.items.length = Math.min(best.items.length, MOST_SHOWN)
}

// In the order in which a free agent chooses: instant before deferred, own before common, the higher score, the earlier place.
function goesFirst(
  state: State,
  { agent, items, scores }: Best,
  { item, score, at }: { item: number; score: number; at: number },
): boolean {
  const other = items[at]!
  const deferred = isDeferred(state, item)
  if (deferred !== isDeferred(state, other)) return !deferred
  if (state.agents.own[agent] !== NONE) {
    const own = isOwn(state, item, agent)
    if (own !== isOwn(state, other, agent)) return own
  }
  if (score !== scores[at]) return score > scores[at]!
  return state.items.placeAt[item]! < state.items.placeAt[other]!
}

const worthOf = (state: State, item: number, agent: number): number =>
  scoreOf(state, item) + (isOwn(state, item, agent) ? 0 : preferenceOf(state.agents, agent, state.items.queue[item]!))

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
