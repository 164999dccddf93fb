// Meetings, training and coaching of a plan.
import type { PersonId } from '#base/contract'
import { instant, integer, boolean, part, text, uuid, uuids, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Gathering, GatheringId, PlanId } from '../contract.ts'

const row = {
  id: uuid<GatheringId>(), plan_id: uuid<PlanId>(), kind: word<Gathering['kind']>(), name: text, length_min: integer, people: uuids<PersonId>(),
  together: boolean, from: instant, to: instant, version: integer,
} // prettier-ignore
const columns = part`id, plan_id, kind, name, length_min, people, together, lower(within) as "from", upper(within) as "to", version`
export type GatheringRow = NonNullable<Awaited<ReturnType<typeof findGathering>>>
type Fields = { id: GatheringId; name: string; length_min: number; people: readonly PersonId[]; from: string; to: string }

export const insertGathering = (work: Work, g: Fields & { plan: PlanId; kind: Gathering['kind']; together: boolean }) => work.sql
  .run`
  insert into scheduling.gathering (tenant_id, id, plan_id, kind, name, length_min, people, together, within, made_at, made_by)
  values (${work.tenant}, ${g.id}, ${g.plan}, ${g.kind}, ${g.name}, ${g.length_min}, ${g.people}::uuid[], ${g.together}, tstzrange(${g.from}, ${g.to}), ${work.now}, ${actorId(work.actor)})`
export const findGathering = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.gathering where tenant_id = ${work.tenant} and id = ${id} and cancelled_at is null`
export const listGatherings = (work: Work, plan: PlanId, page: { after: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from scheduling.gathering
  where tenant_id = ${work.tenant} and plan_id = ${plan} and cancelled_at is null ${page.after ? part`and id > ${page.after}` : part``}
  order by id limit ${page.most}`
export const updateGathering = (work: Work, g: Fields & { version: number }) => work.sql.run`
  update scheduling.gathering set name = ${g.name}, length_min = ${g.length_min}, people = ${g.people}::uuid[], within = tstzrange(${g.from}, ${g.to}), version = version + 1
  where tenant_id = ${work.tenant} and id = ${g.id} and version = ${g.version} and cancelled_at is null`
export const cancelGathering = (work: Work, id: GatheringId) => work.sql.run`
  update scheduling.gathering set cancelled_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and cancelled_at is null`
