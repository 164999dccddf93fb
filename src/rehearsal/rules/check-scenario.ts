// What no shape can see: names that nobody has, columns of different lengths, a rehearsal without end. Each trouble says where it is and what to
// write instead. Pure.
import { rulebookShape, workChannels } from '#routing/contract'
import { daySeconds } from '../contract/clock.ts'
import type { Duration, PatienceLaw } from '../contract/laws.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { tomorrowOf } from '../engine/rehearsal.ts'
import { expectedFrom, sourceOf } from '../engine/arrivals.ts'
import { troublesOfRules } from './check-rules.ts'
import { oneOf, repeated, type Trouble } from './troubles.ts'

/** A rehearsal plays at most so many contacts, in all its replications and on both sides. */
export const MOST_PLAYED = 300_000_000
export const MOST_PEOPLE = 20_000

/** @param kinds the traffic of the scenario, read from its file where it names one */
export function troublesOf(scenario: Scenario, kinds: readonly Kind[]): Trouble[] {
  const { compare } = scenario
  const sides = [{ at: '', side: scenario }, ...(compare ? [{ at: 'compare.', side: tomorrowOf(scenario, compare) }] : [])]
  return [
    ...troublesOfLength(scenario, kinds),
    ...repeated(
      kinds.map(({ name }) => name),
      'traffic',
      'kinds of contact',
    ),
    ...kinds.flatMap((kind, i) => troublesOfKind(kind, `traffic.${i}`, scenario)),
    ...sides.flatMap(({ at, side }) => (at === '' || compare?.staff ? troublesOfStaff(side, at) : [])),
    ...sides.flatMap(({ at, side }) =>
      side.rulebook === undefined ? troublesOfRules(side, kinds, at) : troublesOfRulebook(side, kinds, at),
    ),
  ]
}

function troublesOfLength({ days, warm_up_s, replications, compare }: Scenario, kinds: readonly Kind[]): Trouble[] {
  const end = days * daySeconds
  if (warm_up_s >= end)
    return [{ path: 'warm_up_s', message: `nothing is left to count: write less than the ${end} s of the period, or more days` }]
  const once = kinds.reduce((sum, { arrivals }) => sum + expectedFrom(sourceOf(arrivals, end), end), 0)
  const times = (typeof replications === 'number' ? replications : replications.most) * (compare ? 2 : 1)
  if (once * times <= MOST_PLAYED) return []
  const said = Number.isFinite(once) ? `${Math.round((once * times) / 1e6)} million contacts` : 'contacts without end'
  return [
    {
      path: 'replications',
      message: `${said} would be played: write fewer replications or days, so that it is at most ${MOST_PLAYED / 1e6} million`,
    },
  ]
}

function troublesOfKind(kind: Kind, path: string, { staff }: Scenario): Trouble[] {
  const laws: [string, Duration | PatienceLaw | undefined][] = [
    ['handling', kind.handling],
    ['wrap_up', kind.wrap_up],
    ['patience', kind.patience],
    ['retrial.after', kind.retrial?.after],
    ['again.after', kind.again?.after],
    ['arrivals.gaps', 'per_hour' in kind.arrivals || 'at_s' in kind.arrivals ? undefined : kind.arrivals.gaps],
  ]
  const groups = staff.map(({ name }) => name)
  return [
    ...laws.flatMap(([name, law]) => troublesOfLaw(law, `${path}.${name}`)),
    ...('at_s' in kind.arrivals ? troublesOfList(kind.arrivals, `${path}.arrivals`) : []),
    ...(kind.owned?.by ?? []).flatMap((name, i) =>
      groups.includes(name) ? [] : [{ path: `${path}.owned.by.${i}`, message: oneOf('group of staff', name, groups) }],
    ),
  ]
}

function troublesOfLaw(law: Duration | PatienceLaw | undefined, path: string): Trouble[] {
  if (typeof law !== 'object') return []
  if (law.law === 'uniform' && law.to_s < law.from_s)
    return [{ path: `${path}.to_s`, message: `write ${law.from_s} or more: it may not be below from_s` }]
  if (
    law.law === 'empirical' &&
    law.weights &&
    (law.weights.length !== law.values_s.length || law.weights.every((weight) => weight === 0))
  )
    return [
      { path: `${path}.weights`, message: `write one weight for each of the ${law.values_s.length} values, not all of them 0` },
    ]
  if (law.law !== 'survival') return []
  if (law.at_s.length !== law.surviving.length)
    return [{ path: `${path}.surviving`, message: `write one share for each of the ${law.at_s.length} moments of at_s` }]
  const falls = law.at_s.every((at, i) => i === 0 || (at > law.at_s[i - 1]! && law.surviving[i]! <= law.surviving[i - 1]!)) // as many as moments
  return falls ? [] : [{ path, message: 'write moments that rise and shares that fall' }]
}

type List = Extract<Kind['arrivals'], { at_s: unknown }>

const troublesOfList = (list: List, path: string): Trouble[] =>
  Object.entries(list).flatMap(([name, column]) =>
    column && column.length !== list.at_s.length
      ? [
          {
            path: `${path}.${name}`,
            message: `write one value for each of the ${list.at_s.length} contacts of at_s (there are ${column.length})`,
          },
        ]
      : [],
  )

function troublesOfStaff({ staff }: Pick<Scenario, 'staff'>, at: string): Trouble[] {
  const people = staff.reduce((sum, { pattern, count }) => sum + (pattern ? Math.max(...pattern.people) : count), 0)
  if (staff.length === 0) return [{ path: `${at}staff`, message: 'write at least one group of people: nobody is there to serve' }]
  return [
    ...repeated(
      staff.map(({ name }) => name),
      `${at}staff`,
      'groups of staff',
    ),
    ...(people > MOST_PEOPLE
      ? [{ path: `${at}staff`, message: `there are ${people} people: write at most ${MOST_PEOPLE}` }]
      : []),
    ...staff.flatMap(({ shifts }, i) =>
      (shifts ?? []).flatMap((shift, j) =>
        'from_s' in shift && shift.to_s < shift.from_s
          ? [
              {
                path: `${at}staff.${i}.shifts.${j}.to_s`,
                message: `write ${shift.from_s} or more: the shift ends before it begins`,
              },
            ]
          : [],
      ),
    ),
  ]
}

function troublesOfRulebook({ rulebook }: Pick<Scenario, 'rulebook'>, kinds: readonly Kind[], at: string): Trouble[] {
  const read = rulebookShape.safeParse(rulebook)
  const known: readonly string[] = workChannels
  if (!read.success)
    return read.error.issues.slice(0, 20).map(({ path, message }) => ({ path: [`${at}rulebook`, ...path].join('.'), message }))
  return kinds.flatMap(({ channel }, i) =>
    known.includes(channel) ? [] : [{ path: `traffic.${i}.channel`, message: oneOf('channel of a rulebook', channel, known) }],
  )
}
