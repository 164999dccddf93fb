import { integer, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, InteractionId } from '#cases/contract'
import type { Deed, DeedId, LinkId } from '../contract.ts'

export const insertDeed = (work: Work, d: { id: DeedId; link: LinkId; case: CaseId; did: Deed }) => work.sql.run`
  insert into portal.deed (tenant_id, id, link_id, case_id, did, at) values (${work.tenant}, ${d.id}, ${d.link}, ${d.case}, ${d.did}, ${work.now})
  on conflict do nothing`
export const recordInteraction = (work: Work, id: DeedId, interaction: InteractionId) => work.sql.run`
  update portal.deed set interaction_id = ${interaction} where tenant_id = ${work.tenant} and id = ${id}`
export const countDeeds = (work: Work, link: LinkId, since: Temporal.Instant) => work.sql.one({ n: integer })`
  select count(*) as n from portal.deed where tenant_id = ${work.tenant} and link_id = ${link} and at > ${since}`
export const findDeed = (work: Work, id: DeedId) => work.sql.maybeOne({
  link_id: uuid<LinkId>(),
  interaction_id: nullable(uuid<InteractionId>()),
})`
  select link_id, interaction_id from portal.deed where tenant_id = ${work.tenant} and id = ${id}`
