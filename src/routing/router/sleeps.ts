// A house without rules costs nothing: its events are passed over without a look at the database, until rules are put in force.
import type { TenantId } from '#base/contract'
import type { Event } from '#base/journal'
import { inWork, system, type Open } from '#base/work'
import { rulesInForce } from '../contract.ts'
import { findRouter } from '../store/router.ts'

const known = new Map<TenantId, 'asleep' | 'awake'>()
const MOST = 10_000

/** `events`: of one house, in their order. */
export async function sleeps(open: Open, events: readonly Event[]): Promise<boolean> {
  const tenant = events[0]!.tenant_id
  if (events.some(({ name }) => name === rulesInForce.name)) {
    known.delete(tenant) // asked again once these were heard
    return false
  }
  const state = known.get(tenant) ?? (await ask(open, tenant))
  return state === 'asleep'
}

async function ask(open: Open, tenant: TenantId): Promise<'asleep' | 'awake'> {
  const row = await inWork(open, { tenant, actor: system('routing') }, findRouter)
  const state = row && !row.ended_at ? 'awake' : 'asleep'
  if (known.size >= MOST) known.delete(known.keys().next().value!)
  known.set(tenant, state)
  return state
}
