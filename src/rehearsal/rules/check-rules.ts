// Names that the short form of the rules speaks of and nobody has. Pure.
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { queueOfKind, queuesWritten } from '../engine/by-queues.ts'
import { oneOf, repeated, type Trouble } from './troubles.ts'

type Side = Pick<Scenario, 'queues' | 'staff' | 'channels'>

/** @param at where this side stands in the scenario: '' or 'compare.' */
export function troublesOfRules(side: Side, kinds: readonly Kind[], at: string): Trouble[] {
  const queues = queuesWritten(side.queues, kinds)
  const names = queues.map(({ name }) => name)
  return [
    ...repeated(names, `${at}queues`, 'queues'),
    ...kinds.flatMap((kind, i) =>
      queueOfKind(kind, queues) >= 0
        ? []
        : [{ path: `traffic.${i}.queue`, message: oneOf('queue', kind.queue ?? kind.name, names) }],
    ),
    ...side.staff.flatMap((group, i) =>
      (group.queues ?? []).flatMap((name, j) =>
        names.includes(name) ? [] : [{ path: `${at}staff.${i}.queues.${j}`, message: oneOf('queue', name, names) }],
      ),
    ),
    ...queues.flatMap((queue, i) => troublesOfQueue(queue, side, { path: `${at}queues.${i}`, names })),
  ]
}

type Queue = ReturnType<typeof queuesWritten>[number]

function troublesOfQueue(
  { overflow, rings }: Queue,
  { staff }: Side,
  { path, names }: { path: string; names: readonly string[] },
): Trouble[] {
  const teams = [...new Set(staff.flatMap(({ team }) => team ?? []))]
  const sites = [...new Set(staff.flatMap(({ site }) => site ?? []))]
  const unknown = (wanted: readonly string[] | undefined, known: readonly string[], said: { path: string; what: string }) =>
    (wanted ?? []).flatMap((name, i) =>
      known.includes(name) ? [] : [{ path: `${said.path}.${i}`, message: oneOf(said.what, name, known) }],
    )
  return [
    ...overflow.flatMap(({ to, after_s, longer_than }, i) => [
      ...(names.includes(to) ? [] : [{ path: `${path}.overflow.${i}.to`, message: oneOf('queue', to, names) }]),
      ...(after_s === undefined && longer_than === undefined
        ? [{ path: `${path}.overflow.${i}`, message: 'write after_s, longer_than or both: when it goes there' }]
        : []),
    ]),
    ...rings.flatMap((ring, i) => [
      ...unknown(ring.teams, teams, { path: `${path}.rings.${i}.teams`, what: 'team of the staff' }),
      ...unknown(ring.sites, sites, { path: `${path}.rings.${i}.sites`, what: 'site of the staff' }),
    ]),
  ]
}
