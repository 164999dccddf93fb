// Lines are made when the first item needs them: one for each stage of the wait, stages one after the other.
import { judge } from './fits.ts'
import type { Asked, Lines } from './lines.ts'
import type { QueuePlan } from './plan.ts'
import { NONE, type Need } from './rules.ts'
import type { State } from './state.ts'
import type { ItemNeeds } from './work.ts'

/** The handle of what an item needs beyond its queue; the same needs have the same handle. 0: nothing. */
export function needsHandle({ lines }: Pick<State, 'lines'>, needs: ItemNeeds): number {
  if (needs.needs.length === 0 && (needs.degree ?? 0) === 0) return 0
  const key = JSON.stringify([
    needs.degree ?? 0,
    needs.needs.map(({ ability, level, must, relax }) => [ability, level, must, relax]),
  ])
  const known = lines.needsKeys.get(key)
  if (known !== undefined) return known
  lines.needsKeys.set(key, lines.needs.length)
  return lines.needs.push(needs) - 1
}

type Wanted = { queue: number; channel: number; needs: number }

/** The line an item waits in at first; that of a later stage is so many further on. */
export function lineFor(state: State, { queue, channel, needs }: Wanted): number {
  const { lines, plan } = state
  const at = queue * plan.channels + channel
  if (needs === 0) {
    const known = lines.firstOf[at]!
    return known !== NONE ? known : (lines.firstOf[at] = newStages(state, { queue, channel, needs }))
  }
  const key = needs * lines.firstOf.length + at
  const known = lines.firstWith.get(key)
  if (known !== undefined) return known
  const line = newStages(state, { queue, channel, needs })
  lines.firstWith.set(key, line)
  return line
}

function newStages(state: State, { queue, channel, needs }: Wanted): number {
  const rules = state.plan.queues[queue]!
  const own = state.lines.needs[needs]!
  const bounds = boundsOf(rules, own)
  const first = state.lines.count
  for (let stage = 0; stage <= bounds.length; stage++)
    addLine(state, { queue, channel, stage, bounds, asked: askedAt(rules, own, stage === 0 ? 0 : bounds[stage - 1]!) })
  return first
}

// The waits at which somebody joins in or something is no longer asked.
function boundsOf({ rings, needs }: QueuePlan, own: ItemNeeds): Float64Array {
  const relaxed = [...needs, ...own.needs].flatMap(({ relax = [] }) => relax)
  const waits = new Set([...rings, ...relaxed].map(({ after_s }) => after_s).filter((after) => after > 0))
  return Float64Array.from([...waits].toSorted((a, b) => a - b))
}

function askedAt(rules: QueuePlan, own: ItemNeeds, waited: number): Asked {
  const rings = rules.rings.filter(({ after_s }) => after_s <= waited)
  const needs = [...rules.needs, ...own.needs].map((need) => ({
    ability: need.ability,
    level: levelAfter(need, waited),
    must: need.must,
  }))
  return {
    teams: rules.rings.length === 0 ? null : new Set(rings.flatMap(({ teams }) => teams)),
    degree: Math.max(rules.degree, own.degree ?? 0),
    needs: needs.filter(({ level }) => level > 0),
  }
}

const levelAfter = ({ level, relax = [] }: Need, waited: number): number =>
  relax.reduce((least, step) => (step.after_s <= waited ? step.level : least), level)

/** The line of those who wait for a queue to open: nobody may take from it. */
export function heldLine(state: State, queue: number): number {
  const { lines } = state
  if (lines.held[queue] === NONE)
    lines.held[queue] = addLine(state, { queue, channel: 0, stage: NONE, bounds: new Float64Array(0), asked: { teams: new Set(), degree: 0, needs: [] } }) // prettier-ignore
  return lines.held[queue]!
}

type NewLine = { queue: number; channel: number; stage: number; bounds: Float64Array; asked: Asked }

function addLine(state: State, { queue, channel, stage, bounds, asked }: NewLine): number {
  const { lines, agents, plan } = state
  const line = lines.count++
  if (line >= lines.words * 32) widen(lines, agents.count)
  lines.queue.push(queue)
  lines.channel.push(channel)
  lines.stage.push(stage)
  lines.bounds.push(bounds)
  lines.asked.push(asked)
  lines.size.push(0)
  lines.heap.push(new Int32Array(8))
  lines.able.push(new Uint32Array(agents.words))
  lines.rank.push(new Int32Array(agents.count))
  lines.flat.push(true)
  lines.stale.push(true)
  if (plan.queues[queue]!.keepFree > 0 && stage !== NONE) lines.keeping.push(line)
  if (stage !== NONE) for (let agent = 0; agent < agents.count; agent++) judge(state, line, agent)
  return line
}

function widen(lines: Lines, agents: number): void {
  const before = lines.words
  const words = before * 2
  const wider = new Uint32Array(agents * words)
  for (let agent = 0; agent < agents; agent++)
    wider.set(lines.ofAgent.subarray(agent * before, (agent + 1) * before), agent * words)
  const longer = (set: Uint32Array): Uint32Array => {
    const wide = new Uint32Array(words)
    wide.set(set)
    return wide
  }
  Object.assign(lines, { words, ofAgent: wider, pushed: longer(lines.pushed), pulled: longer(lines.pulled) })
}
