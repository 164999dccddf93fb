import { integer, uuid } from '#base/sql'
import type { Work } from '#base/work'

export const itemUnits = (work: Work, ids: readonly string[]) => work.sql.many({ id: uuid(), units: integer })`
  select id, units from routing.item where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])` // prettier-ignore
