// The houses under this roof. Making one is the only act that belongs to no tenant yet.
import type { TenantId } from '#base/contract'
import { newId } from '#base/id'
import type { Sql } from '#base/sql'
import { inWork, system, type Open } from '#base/work'
import { audit } from './audit.ts'
import { tenantCreated } from './contract.ts'
import * as store from './store/accounts.ts'

// Where nobody's tenant is known yet (sign-in tries, public endpoints). It holds nothing of anybody, and its form is not that of an
// id we would ever make.
export const DOORSTEP = '00000000-0000-0000-0000-000000000000' as TenantId // a constant of ours, in the form of an id

export async function createTenant(open: Open, { name }: { name: string }): Promise<{ id: TenantId; name: string }> {
  const id = newId<'tenant'>(open.clock.now())
  await inWork(open, { tenant: id, actor: system('house') }, async (work) => {
    await store.insertTenant(work.sql, work, name)
    await audit(work, 'tenant.created', { about: id, details: { name } })
    work.publish(tenantCreated, { name })
  })
  return { id, name }
}

export const listTenants = (dispatcher: Sql): Promise<{ id: TenantId; name: string; created_at: Temporal.Instant }[]> =>
  store.allTenants(dispatcher)
