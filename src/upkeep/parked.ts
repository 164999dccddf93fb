import { allow, audit } from '#access'
import { hearAgain, parkedEvents, parkedJobs, unparkJob } from '#base/parked'
import { refuse, type Work } from '#base/work'
import { MOST_SHOWN, parkedGone, parkedRetried, type Parked } from './contract.ts'

export async function listParked(work: Work): Promise<{ items: Parked[]; more: boolean }> {
  allow(work, 'health.read')
  const [jobs, events] = [await parkedJobs(work, MOST_SHOWN + 1), await parkedEvents(work, MOST_SHOWN + 1)]
  const all = [
    ...jobs.map((job): Parked => ({ ...job, is: 'job', reader: null, at: job.at.toString() })),
    ...events.map(({ seq, ...event }): Parked => ({
      ...event,
      id: `${event.reader}:${seq}`,
      is: 'event',
      at: event.at.toString(),
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return { items: all.slice(0, MOST_SHOWN), more: all.length > MOST_SHOWN }
}

export async function retry(work: Work, { id }: { id?: string | undefined }): Promise<{ retried: number }> {
  const wanted = (await listParked(work)).items.filter((each) => id === undefined || each.id === id)
  if (id !== undefined && wanted.length === 0) throw refuse(parkedGone, {})
  let retried = 0
  for (const each of wanted) if (await again(work, each)) retried++
  await audit(work, 'upkeep.retried', { details: { retried, id: id ?? null } })
  if (retried > 0) work.publish(parkedRetried, { count: retried })
  return { retried }
}

async function again(work: Work, { is, id }: Parked): Promise<boolean> {
  if (is === 'job') return (await unparkJob(work, id)) > 0
  const cut = id.lastIndexOf(':')
  return await hearAgain(work, { reader: id.slice(0, cut), seq: Number(id.slice(cut + 1)) })
}
