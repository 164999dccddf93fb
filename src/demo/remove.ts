// Everything a demonstration holds goes in one transaction. A real house is refused by PostgreSQL itself.
import { log } from '#base/log'
import { inWork, system, type Open } from '#base/work'
import { allHouses, removeAll } from './store.ts'

/** How many rows went, all demonstrations together. */
export async function removeDemonstrations(open: Open): Promise<number> {
  let rows = 0
  for (const { tenant_id } of await allHouses(open.database.dispatcher)) {
    rows += (await inWork(open, { tenant: tenant_id, actor: system('demo') }, removeAll)).rows
    log.info({ tenant: tenant_id }, 'a demonstration was removed')
  }
  return rows
}
