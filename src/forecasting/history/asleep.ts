// A house that does not look at its past costs nothing: its events are passed over without a look at the database, until somebody does.
import type { TenantId } from '#base/contract'
import type { Event } from '#base/journal'
import { inWork, system, type Open } from '#base/work'
import { historyWanted } from '../contract.ts'
import { findCounting } from '../store/counting.ts'

const known = new Map<TenantId, 'asleep' | 'awake'>()
const MOST = 10_000

/** `events`: of one house, in their order. */
export async function sleeps(open: Open, events: readonly Event[]): Promise<boolean> {
  const tenant = events[0]!.tenant_id
  if (events.some(({ name }) => name === historyWanted.name)) {
    known.delete(tenant) // asked again from now on
    return false
  }
  const state = known.get(tenant) ?? (await ask(open, tenant))
  return state === 'asleep'
}

async function ask(open: Open, tenant: TenantId): Promise<'asleep' | 'awake'> {
  const state = (await inWork(open, { tenant, actor: system('forecasting') }, findCounting)) ? 'awake' : 'asleep'
  if (known.size >= MOST) known.delete(known.keys().next().value!)
  known.set(tenant, state)
  return state
}
