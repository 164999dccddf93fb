// Replications added up in their order, until there are enough of them.
import { figureNames } from '../contract/report.ts'
import type { Scenario } from '../contract/scenario.ts'
import { HOURS } from './tally.ts'
import { hourScope, queueScope, rowLength, scopeCount, teamScope, type Row } from './figures.ts'
import { addPair, addRow, figureOf, newMoments, type Moments } from './moments.ts'
import type { Rehearsal, Replicated } from './rehearsal.ts'
import type { Side } from './side.ts'

export type Gathered = {
  readonly today: Moments
  readonly tomorrow: Moments | null
  readonly aligned: Moments | null // tomorrow's, in the places of today's queues and teams
  readonly alignment: Int32Array | null // of each of today's scopes, tomorrow's, or −1
  replications: number
  events: number
  unplayed: number
}

const PAIR = 2 * figureNames.length
/** With a precision asked for, so many are made before it is first looked at, and between two looks: whoever computes them, it is the same number. */
export const AT_A_TIME = 10

export function newGathered({ today, tomorrow }: Pick<Rehearsal, 'today' | 'tomorrow'>): Gathered {
  const own = rowLength(scopesOf(today))
  return {
    today: newMoments(own, tomorrow !== null),
    tomorrow: tomorrow && newMoments(rowLength(scopesOf(tomorrow)), false),
    aligned: tomorrow && newMoments(own, false),
    alignment: tomorrow && align(today, tomorrow),
    replications: 0,
    events: 0,
    unplayed: 0,
  }
}

export const scopesOf = ({ queues, teams }: Side) => ({ queues: queues.length, teams: teams.length })

function align(today: Side, tomorrow: Side): Int32Array {
  const scopes = new Int32Array(scopeCount(scopesOf(today))).fill(-1)
  scopes[0] = 0
  for (const [queue, name] of today.queues.entries()) {
    const other = tomorrow.queues.indexOf(name)
    if (other >= 0) scopes[queueScope(queue)] = queueScope(other)
  }
  for (const [team, name] of today.teams.entries()) {
    const other = tomorrow.teams.indexOf(name)
    if (other >= 0) scopes[teamScope(scopesOf(today), team)] = teamScope(scopesOf(tomorrow), other)
  }
  for (let hour = 0; hour < HOURS; hour++) scopes[hourScope(scopesOf(today), hour)] = hourScope(scopesOf(tomorrow), hour)
  return scopes
}

/** Adds the next replication; they must come in the order of their numbers. */
export function gather(gathered: Gathered, { replication, today, tomorrow, events, unplayed }: Replicated): void {
  if (replication !== gathered.replications)
    throw new RangeError(`replication ${replication} where ${gathered.replications} was next`)
  gathered.replications++
  gathered.events += events
  gathered.unplayed += unplayed
  addRow(gathered.today, today)
  if (!tomorrow || !gathered.tomorrow || !gathered.aligned || !gathered.alignment) return
  const aligned = realigned(tomorrow, gathered.alignment)
  addRow(gathered.tomorrow, tomorrow)
  addRow(gathered.aligned, aligned)
  addPair(gathered.today, today, aligned)
}

function realigned(row: Row, alignment: Int32Array): Row {
  const aligned = new Float64Array(alignment.length * PAIR)
  for (const [scope, from] of alignment.entries())
    if (from >= 0) aligned.set(row.subarray(from * PAIR, (from + 1) * PAIR), scope * PAIR)
  return aligned
}

/** How many replications are wanted in all, judged from those there are. Never more than `most`, never fewer than there are. */
export function wantedOf({ replications, confidence }: Scenario, gathered: Gathered): number {
  if (typeof replications === 'number') return replications
  const { replications: made } = gathered
  if (made === 0 || made % AT_A_TIME !== 0)
    return Math.min(Math.ceil((made + 1) / AT_A_TIME) * AT_A_TIME, Math.max(made, replications.most))
  if (isPrecise({ replications, confidence }, gathered)) return made
  return Math.max(made, Math.min(made + AT_A_TIME, replications.most))
}

/** Whether the figure that was asked for is known as well as was asked; null when nothing was asked. */
export function isPrecise(
  { replications, confidence }: Pick<Scenario, 'replications' | 'confidence'>,
  gathered: Gathered,
): boolean | null {
  if (typeof replications === 'number') return null
  const figure = figureNames.indexOf(replications.figure)
  const sides = gathered.tomorrow ? [gathered.today, gathered.tomorrow] : [gathered.today]
  return sides.every((moments) => {
    const known = figureOf(moments, figure, confidence)
    return known !== null && known.half !== null && known.half <= replications.half_width
  })
}
