// Jobs that did their work outside the database are crossed off together: one commit for all that ended within a moment.
import type { TenantId } from './contract.ts'
import { inWork, system, type Open } from './work.ts'
import * as store from './store/jobs.ts'

type Done = { tenant: TenantId; id: string }
type Waiting = Done & { resolve(): void; reject(error: unknown): void }
const GATHER_MILLISECONDS = 2

export function openFinisher(open: Open): (done: Done) => Promise<void> {
  let waiting: Waiting[] = []
  const flush = async (): Promise<void> => {
    const ended = waiting
    waiting = []
    for (const [tenant, jobs] of Map.groupBy(ended, (each) => each.tenant))
      await inWork(open, { tenant, actor: system('jobs') }, (work) =>
        store.deleteJobs(
          work.sql,
          tenant,
          jobs.map(({ id }) => id),
        ),
      ).then(
        () => jobs.forEach((job) => job.resolve()),
        (error: unknown) => jobs.forEach((job) => job.reject(error)),
      )
  }
  return (done) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(() => void flush(), GATHER_MILLISECONDS)
      waiting.push({ ...done, resolve, reject })
    })
}
