import type { PersonId } from '#base/contract'
import { actorId } from '#base/contract'
import { instant, integer, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Exception, ExceptionId } from '../contract.ts'

const row = {
  id: uuid<ExceptionId>(), person_id: uuid<PersonId>(), from_at: instant, to_at: instant, reason: word<Exception['reason']>(), note: text, granted_by: text, granted_at: instant,
} // prettier-ignore
export type ExceptionRow = Awaited<ReturnType<typeof exceptionsIn>>[number]
const MOST = 5_000

export const exceptionsIn = (
  work: Work,
  span: { from: Temporal.Instant; to: Temporal.Instant; person: PersonId | null },
) => work.sql.many(row)`
  select id, person_id, from_at, to_at, reason, note, granted_by, granted_at from intraday.exception
  where tenant_id = ${work.tenant} and withdrawn_at is null and from_at < ${span.to} and to_at > ${span.from}
    and (${span.person}::uuid is null or person_id = ${span.person}) order by from_at, id limit ${MOST}`

export const findException = (work: Work, id: ExceptionId) => work.sql.maybeOne(row)`
  select id, person_id, from_at, to_at, reason, note, granted_by, granted_at from intraday.exception
  where tenant_id = ${work.tenant} and id = ${id} and withdrawn_at is null`

type New = { id: ExceptionId; person: PersonId; from: string; to: string; reason: string; note: string }
export const insertException = (work: Work, e: New) => work.sql.run`
  insert into intraday.exception (tenant_id, id, person_id, from_at, to_at, reason, note, granted_by, granted_at)
  values (${work.tenant}, ${e.id}, ${e.person}, ${e.from}, ${e.to}, ${e.reason}, ${e.note}, ${actorId(work.actor)}, ${work.now})`

export const countExceptions = (work: Work, person: PersonId, at: string) => work.sql.one({ count: integer })`
  select count(*)::int as count from intraday.exception where tenant_id = ${work.tenant} and person_id = ${person} and withdrawn_at is null
    and from_at > ${at}::timestamptz - interval '24 hours' and from_at < ${at}::timestamptz + interval '24 hours'`

export const withdraw = (work: Work, id: ExceptionId) => work.sql.run`
  update intraday.exception set withdrawn_at = ${work.now}, withdrawn_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and id = ${id} and withdrawn_at is null`
