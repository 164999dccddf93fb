import { uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '../contract.ts'

export const findFirst = (work: Work, ids: readonly CaseId[]) => work.sql.many({ id: uuid<CaseId>() })`
  select c.id from cases."case" c
  where c.tenant_id = ${work.tenant} and c.id = any(${ids}::uuid[]) and c.customer_id is not null and not exists (
    select from cases."case" e where e.tenant_id = ${work.tenant} and e.customer_id = c.customer_id and (e.opened_at, e.id) < (c.opened_at, c.id))`
