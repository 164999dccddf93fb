// What no staffing of groups can be cheaper than: the work itself of every set of queues must be done by people who may do it.
import { erlangsOf } from '../../contract/load.ts'
import type { Skilled, SkilledQueue } from './trial.ts'

const MOST_QUEUES_TOGETHER = 10

/** Cost of an hour. Each set of queues needs as many people as its answered work keeps busy, at best of the cheapest group that serves any of them. */
export function leastCost({ queues, groups }: Skilled): number {
  const given = groups.reduce((sum, { least, cost_per_hour }) => sum + least * cost_per_hour, 0)
  const sets = queues.length <= MOST_QUEUES_TOGETHER ? subsetsOf(queues) : [...queues.map((queue) => [queue]), [...queues]]
  return sets.reduce((most, set) => {
    const names = set.map(({ name }) => name)
    const cheapest = Math.min(
      ...groups.filter((group) => group.queues.some((name) => names.includes(name))).map(({ cost_per_hour }) => cost_per_hour),
    )
    const people = Math.ceil(set.reduce((sum, queue) => sum + mustBeServed(queue), 0) - 1e-9)
    return people > 0 ? Math.max(most, people * cheapest) : most
  }, given)
}

// Of those who come, the share that a target lets no one leave unanswered. Several at once make one person more than one; then nothing is certain.
function mustBeServed({ load, targets }: SkilledQueue): number {
  const shares = targets.map((target) =>
    'share' in target && target.formula === 'answered_within_of_offered'
      ? target.share
      : target.formula === 'abandoned' && load.lines === undefined
        ? 1 - target.most_share
        : 0,
  )
  const served = load.patience === 'never' && load.lines === undefined ? 1 : Math.max(0, ...shares)
  return load.chats && load.chats.at_once > 1 ? 0 : erlangsOf(load) * served
}

function subsetsOf(queues: readonly SkilledQueue[]): SkilledQueue[][] {
  return Array.from({ length: 2 ** queues.length - 1 }, (_, at) => queues.filter((_queue, i) => ((at + 1) >> i) & 1))
}
