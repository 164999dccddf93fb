// Cases that are part of another. The edge is written once and undone once; the case points at its main one (flat).
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { CaseId, MergeId } from '../contract.ts'

export const mergedIds = (work: Work, main: CaseId) => work.sql.many({ id: uuid<CaseId>() })`
  select id from cases."case" where tenant_id = ${work.tenant} and main_id = ${main} order by id limit 200`

export const lockMerged = (work: Work, main: CaseId) => work.sql.many({ id: uuid<CaseId>() })`
  select id from cases."case" where tenant_id = ${work.tenant} and main_id = ${main} order by id for no key update`

export const mainsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many({ id: uuid<CaseId>(), main_id: uuid<CaseId>() })`
  select id, main_id from cases."case" where tenant_id = ${work.tenant} and id = any(${cases}::uuid[]) and main_id is not null`

const shown = {
  merge_id: uuid<MergeId>(), id: uuid<CaseId>(), number: integer, subject: text, customer_id: nullable(uuid<CustomerId>()), into_id: uuid<CaseId>(), at: instant,
  by: text, because: text,
} // prettier-ignore
export const mergedOf = (work: Work, main: CaseId) => work.sql.many(shown)`
  select m.id as merge_id, c.id, c.number, c.subject, c.customer_id, m.main_id as into_id, m.at, m.by, m.because
  from cases."case" c join cases.merge m on m.tenant_id = c.tenant_id and m.merged_id = c.id and m.undone_at is null
  where c.tenant_id = ${work.tenant} and c.main_id = ${main} order by m.at, m.id limit 200`

export const insertMerge = (
  work: Work,
  m: { id: MergeId; main: CaseId; merged: CaseId; by: string; because: string; owner_before: PersonId; was_open: boolean },
) => work.sql.run`
  insert into cases.merge (tenant_id, id, main_id, merged_id, at, by, because, owner_before, was_open)
  values (${work.tenant}, ${m.id}, ${m.main}, ${m.merged}, ${work.now}, ${m.by}, ${m.because}, ${m.owner_before}, ${m.was_open})`

const edge = { id: uuid<MergeId>(), main_id: uuid<CaseId>(), owner_before: uuid<PersonId>(), was_open: boolean }
export const findMerge = (work: Work, merged: CaseId) => work.sql.maybeOne(edge)`
  select id, main_id, owner_before, was_open from cases.merge where tenant_id = ${work.tenant} and merged_id = ${merged} and undone_at is null`

export const undoMerge = (work: Work, id: MergeId, by: string) => work.sql.run`
  update cases.merge set undone_at = greatest(${work.now}::timestamptz, at), undone_by = ${by}
  where tenant_id = ${work.tenant} and id = ${id} and undone_at is null`

// What was open as it became part of something that was open as it became part of this one: a part of what was closed stays closed with it.
export const wereOpen = (work: Work, main: CaseId) => work.sql.many({ id: uuid<CaseId>() })`
  with recursive of (id) as (
    select ${main}::uuid
    union select m.merged_id from of join cases.merge m on m.tenant_id = ${work.tenant} and m.main_id = of.id and m.undone_at is null and m.was_open)
  select id from of where id <> ${main} order by id`

// The case and whatever was merged into it, by the edges that stand, from now on part of \`main\`; \`null\`: it is a main case itself again.
export const recordMain = (work: Work, id: CaseId, main: CaseId | null) => work.sql.run`
  with recursive of (id) as (
    select ${id}::uuid
    union select m.merged_id from of join cases.merge m on m.tenant_id = ${work.tenant} and m.main_id = of.id and m.undone_at is null)
  update cases."case" c set main_id = case when c.id = ${id} then ${main}::uuid else coalesce(${main}::uuid, ${id}) end, version = version + 1
  where c.tenant_id = ${work.tenant} and c.id in (select id from of)`
