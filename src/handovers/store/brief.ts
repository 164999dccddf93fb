import type { PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { BatonId, Brief } from '../contract.ts'

const row = {
  baton_id: uuid<BatonId>(),
  number: integer,
  brief: jsonb<Brief>(),
  written_at: instant,
  written_by: nullable(uuid<PersonId>()),
}

export const insertBrief = (work: Work, b: { baton: BatonId; number: number; brief: Brief; by: PersonId | null }) => work.sql.run`
  insert into handovers.brief (tenant_id, baton_id, number, brief, written_at, written_by)
  values (${work.tenant}, ${b.baton}, ${b.number}, ${json(b.brief)}, ${work.now}, ${b.by})`

export const latestBriefs = (work: Work, batons: readonly BatonId[]) => work.sql.many(row)`
  select distinct on (baton_id) baton_id, number, brief, written_at, written_by
  from handovers.brief where tenant_id = ${work.tenant} and baton_id = any(${batons}::uuid[]) order by baton_id, number desc`

export const briefNumbered = (work: Work, baton: BatonId, number: number) => work.sql.maybeOne({ brief: jsonb<Brief>() })`
  select brief from handovers.brief where tenant_id = ${work.tenant} and baton_id = ${baton} and number = ${number}`

export const versionsOf = (work: Work, baton: BatonId) => work.sql.many({
  number: integer,
  written_at: instant,
  written_by: nullable(uuid<PersonId>()),
})`
  select number, written_at, written_by from handovers.brief where tenant_id = ${work.tenant} and baton_id = ${baton} order by number desc limit 100`
