import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import * as store from './store/accounts.ts'

export async function renameTenant(work: Work, { name }: { name: string }): Promise<void> {
  allow(work, 'tenant.manage')
  const before = await store.findTenant(work.sql, work.tenant)
  await store.updateTenant(work.sql, work, name)
  await audit(work, 'tenant.renamed', { about: work.tenant, details: { before: before?.name ?? null, after: name } })
}
