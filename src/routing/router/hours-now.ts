// Queues that open or close: by their hours, by what whoever runs the floor said, looked at when the next minute of change may have come.
import type { Work } from '#base/work'
import { openNow } from '../floor/open-now.ts'
import type { Held } from './hold.ts'
import { laneName } from './in-force.ts'
import type { Fact } from './step.ts'

/** What the engine has not heard yet. */
export async function hoursNow(
  work: Work,
  { compiled, machine, inForce }: Pick<Held, 'compiled' | 'machine' | 'inForce'>,
): Promise<Fact[]> {
  const found = new Map<string, Awaited<ReturnType<typeof openNow>>>()
  for (const version of inForce.versions)
    found.set(version, await openNow(work, compiled.lanes.filter((lane) => lane.version === version).map(({ queue }) => queue))) // prettier-ignore
  return inForce.lanes.flatMap((lane, at): Fact[] => {
    const open = found.get(lane.version)?.get(lane.key)?.open ?? true
    if (open === (machine.state.open[at] === 1)) return []
    return [{ is: open ? 'opened' : 'closed', lane: laneName(lane) }]
  })
}

/** When to look again: hours change on a full minute. Null: every queue is always open, and nobody said otherwise. */
export async function hoursLookAt(work: Work, { compiled }: Pick<Held, 'compiled'>): Promise<Temporal.Instant | null> {
  const queues = compiled.lanes.map(({ queue }) => queue)
  const byHand = [...(await openNow(work, queues)).values()].some(({ until }) => until !== null)
  if (!byHand && queues.every(({ hours }) => hours.kind === 'always')) return null
  return Temporal.Instant.fromEpochMilliseconds((Math.floor(work.now.epochMilliseconds / 60_000) + 1) * 60_000)
}
