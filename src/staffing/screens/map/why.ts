// Why a number of people is needed in one interval: what is known of it, gathered. Where it is a formula, it is reckoned here, in the browser. Pure.
import { agentsFor } from '../../engine/index.ts'
import { loadOf, levelTold, reachedBy } from '../../rules/by-formula.ts'
import type { DecidedBy, GroupNeed, Load, Reached, StreamLoad, Target } from '../../contract.ts'

export type StreamHere = { load: StreamLoad; contacts: number; handling_s: number; crowded: number }
export type Row = { people: number; reached: Reached | null }
export type Why = {
  people: number
  instant: number
  scheduled: number
  busy: number
  streams: StreamHere[] // those who wait
  reason: DecidedBy
  target: Target | null // that decides, where one does
  level: { within_s: number; share: number | null } | null // how the service level is told; null: of several streams
  rows: Row[] // one fewer, as it is, one more …
  crowded: { need: number; contacts: number; reached: Reached | null }
  deferred: { channels: string[]; work_s: number } | null // work that can wait that comes on the same day
}

const AROUND = [-2, -1, 0, 1, 2]

/** @param day the places of the intervals of the same day */
export function whyAt(need: GroupNeed, i: number, { interval_min, day }: { interval_min: number; day: readonly number[] }): Why {
  const people = need.need[i]!
  const streams = need.loads
    .filter(({ aim }) => !aim.deferred)
    .map((load) => ({ load, contacts: load.mean[i]!, handling_s: load.handling_s[i]!, crowded: load.p90[i]! }))
  const only = streams.length === 1 && streams[0]!.contacts > 0 ? streams[0]! : null
  const reason = need.reasons[need.decided_by[i]!]!
  const decides = reason.formula
  const level = only && levelTold(only.load.aim.targets)
  return {
    people,
    instant: need.need_instant[i]!,
    scheduled: need.scheduled[i]!,
    busy: need.busy[i]!,
    streams,
    deferred: deferredOn(need, day),
    reason,
    target: targetOf(need, reason, only && loadHere(only, only.contacts, interval_min)),
    level,
    rows: only ? AROUND.flatMap((by) => rowOf(only, people + by, { interval_min, decides })) : simulatedRows(need, i),
    crowded: {
      need: need.need_p90[i]!,
      contacts: streams.reduce((sum, { crowded }) => sum + crowded, 0),
      reached: only
        ? reachedAt(only, people, { contacts: only.crowded, interval_min, decides })
        : (need.figures?.at_p90[i] ?? null),
    },
  }
}

function deferredOn({ loads }: GroupNeed, day: readonly number[]): Why['deferred'] {
  const waiting = loads.filter(({ aim, mean }) => aim.deferred && day.some((i) => mean[i]! > 0))
  if (waiting.length === 0) return null
  return {
    channels: [...new Set(waiting.map(({ channel }) => channel))],
    work_s: waiting.reduce((sum, { mean, handling_s }) => sum + day.reduce((all, i) => all + mean[i]! * handling_s[i]!, 0), 0),
  }
}

// Of two of the same formula, such as 80 % in 20 s and 95 % in a minute, the one that takes more people.
function targetOf({ loads }: GroupNeed, { stream, formula }: DecidedBy, only: Load | null): Target | null {
  const said = loads
    .filter((load) => stream === null || load.stream === stream)
    .flatMap(({ aim }) => aim.targets)
    .filter((target) => target.formula === formula)
  if (said.length < 2 || !only) return said[0] ?? null
  const needs = said.map((target) => agentsFor(only, target) ?? Number.POSITIVE_INFINITY)
  return said[needs.indexOf(Math.max(...needs))] ?? null
}

function rowOf(here: StreamHere, people: number, how: { interval_min: number; decides: string }): Row[] {
  return people > 0 ? [{ people, reached: reachedAt(here, people, { contacts: here.contacts, ...how }) }] : []
}

const loadHere = ({ load, handling_s }: Pick<StreamHere, 'load' | 'handling_s'>, contacts: number, interval_min: number): Load =>
  loadOf({ contacts_per_hour: (contacts * 60) / interval_min, handling_s, patience_s: load.patience_s }, load.aim)

function reachedAt(
  { load, handling_s }: StreamHere,
  people: number,
  { contacts, interval_min, decides }: { contacts: number; interval_min: number; decides: string },
): Reached | null {
  return reachedBy(loadHere({ load, handling_s }, contacts, interval_min), people, { targets: load.aim.targets, decides })
}

function simulatedRows({ figures, need_instant }: GroupNeed, i: number): Row[] {
  const people = need_instant[i]!
  if (!figures?.reached[i]) return []
  return [
    ...(figures.one_less[i] ? [{ people: people - 1, reached: figures.one_less[i] }] : []),
    { people, reached: figures.reached[i] },
    { people: people + 1, reached: figures.one_more[i] ?? null },
  ]
}
