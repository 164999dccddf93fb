// What no shape can see in a staffing question. Each trouble says where it is and what to write instead.
import type { Trouble } from '#rehearsal/engine'
import { erlangsOf, mostErlangs } from '../contract/load.ts'
import type { QueueAsk, StaffAsk } from '../contract/staff-ask.ts'
import { troublesOfCurve } from './check-question.ts'
import { intervalsOfQueue, listsOf } from './lay-intervals.ts'

export function troublesOfStaffing(ask: StaffAsk): Trouble[] {
  const { queues, deferred } = ask
  if (queues.length === 0 && deferred.length === 0)
    return [{ path: 'queues', message: 'write at least one queue, or work that can wait ("deferred")' }]
  const lists = ofLists(ask)
  if (lists.length > 0) return lists
  return [
    ...ofZone(ask),
    ...twice(
      queues.map(({ name }) => name),
      'queues',
    ),
    ...twice(
      (ask.groups ?? []).map(({ name }) => name),
      'groups',
    ),
    ...queues.flatMap((queue, i) => ofQueue(ask, queue, `queues.${i}`)),
    ...ofGroups(ask),
  ]
}

function ofLists(ask: StaffAsk): Trouble[] {
  const lists = listsOf(ask)
  const [first] = lists
  if (!first) return []
  return lists
    .filter(({ length }) => length !== first.length)
    .map(({ path, length }) => ({
      path,
      message: `write ${first.length} values, one for each interval, as ${first.path} has (there are ${length})`,
    }))
}

function ofZone({ zone }: StaffAsk): Trouble[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return []
  } catch {
    return [{ path: 'zone', message: `there is no zone “${zone}”: write one such as "Europe/Paris"` }]
  }
}

const twice = (names: readonly string[], path: string): Trouble[] =>
  names.flatMap((name, i) =>
    names.indexOf(name) < i
      ? [{ path: `${path}.${i}.name`, message: `“${name}” is there twice: give one of them another name` }]
      : [],
  )

function ofQueue(ask: StaffAsk, queue: QueueAsk, path: string): Trouble[] {
  const { calls, calls_per_hour, targets, agents, patience_s, lines, chats, method } = queue
  const isCurve = typeof patience_s === 'object' && !Array.isArray(patience_s)
  const is = (wrong: boolean, field: string, message: string): Trouble[] => (wrong ? [{ path: `${path}.${field}`, message }] : [])
  const most = intervalsOfQueue(ask, queue).reduce((erlangs, { load }) => Math.max(erlangs, erlangsOf(load)), 0)
  return [
    ...is(
      calls === undefined && calls_per_hour === undefined,
      'calls',
      'is missing: write how many come in each interval, or calls_per_hour',
    ),
    ...is(calls !== undefined && calls_per_hour !== undefined, 'calls', 'write calls or calls_per_hour, not both'),
    ...is(
      targets === undefined && agents === undefined,
      'targets',
      'is missing: write what must hold, such as [{"share": 0.8, "within_s": 20}], or agents to have their figures',
    ),
    ...is(most > mostErlangs, 'calls', `${Math.round(most)} erlangs come in an interval: write at most ${mostErlangs}`),
    ...is(
      isCurve && (lines !== undefined || (chats?.at_once ?? 1) > 1),
      'patience_s',
      'a measured curve is solved for one at a time and without a bound on lines: write its mean in seconds instead',
    ),
    ...is(
      isCurve && method === 'carried',
      'method',
      'a measured curve is solved settled: leave the method out, or write the mean patience in seconds',
    ),
    ...(isCurve ? troublesOfCurve(patience_s).map((trouble) => ({ ...trouble, path: `${path}.${trouble.path}` })) : []),
  ]
}

function ofGroups({ groups, queues }: StaffAsk): Trouble[] {
  if (!groups) return []
  const named = queues.map(({ name }) => name)
  const served = new Set(groups.flatMap((group) => group.queues))
  return [
    ...groups.flatMap((group, i) =>
      group.queues.flatMap((queue, at) =>
        named.includes(queue)
          ? []
          : [
              {
                path: `groups.${i}.queues.${at}`,
                message: `there is no queue “${queue}”: write ${named.map((name) => `“${name}”`).join(', ')}`,
              },
            ],
      ),
    ),
    ...groups.flatMap(({ least, most }, i) =>
      least > most ? [{ path: `groups.${i}.most`, message: `write ${least} or more: it is less than the least` }] : [],
    ),
    ...queues.flatMap((queue, i) =>
      served.has(queue.name)
        ? []
        : [{ path: `queues.${i}.name`, message: `no group serves “${queue.name}”: add it to the queues of a group` }],
    ),
    ...queues.flatMap((queue, i) =>
      queue.targets === undefined
        ? [{ path: `queues.${i}.targets`, message: 'is missing: people with skills are found for targets' }]
        : [],
    ),
    ...queues.flatMap(({ lines }, i) =>
      lines === undefined ? [] : [{ path: `queues.${i}.lines`, message: 'leave it out: with groups lines are not bounded' }],
    ),
  ]
}
