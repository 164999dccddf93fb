// Who sits at a desk, told to staff: when the first window of a person opens, and every half minute while one is open.
import * as staff from '#staff'
import { listTenants } from '#access'
import type { Actor, PersonId, TenantId } from '#base/contract'
import { log } from '#base/log'
import { inWork, system, type Open } from '#base/work'

const ROUND_MILLISECONDS = 30_000
const QUIET = Temporal.Duration.from({ seconds: 90 })

export type Attendance = { arrived(tenant: TenantId, actor: Actor): void; stop(): void }
type Here = () => Iterable<{ tenant: TenantId; actor: Actor }>

export function keepAttendance(open: Open, here: Here): Attendance {
  const as = (tenant: TenantId) => ({ tenant, actor: system('presence') })
  const round = async (): Promise<void> => {
    const people = Map.groupBy(
      [...here()].filter(({ actor }) => actor.kind === 'person'),
      ({ tenant }) => tenant,
    )
    for (const { id: tenant } of await listTenants(open.database.dispatcher))
      await inWork(open, as(tenant), async (work) => {
        const ids = (people.get(tenant) ?? []).map(({ actor }) => (actor as { id: PersonId }).id) // only people were grouped
        if (ids.length > 0) await staff.heardOf(work, ids)
        await staff.dismissQuietOnes(work, work.now.subtract(QUIET))
      })
  }
  const timer = setInterval(
    () => void round().catch((error: Error) => log.warn({ error }, 'presence could not be noted')),
    ROUND_MILLISECONDS,
  )
  timer.unref()
  return {
    arrived: (tenant, actor) => {
      if (actor.kind !== 'person') return
      void inWork(open, as(tenant), (work) => staff.arrive(work, actor.id)).catch((error: Error) =>
        log.warn({ error }, 'presence could not be noted'),
      )
    },
    stop: () => clearInterval(timer),
  }
}
