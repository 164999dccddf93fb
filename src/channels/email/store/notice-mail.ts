import { newId } from '#base/id'
import { instant, integer, nullable, uuid, uuids, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { NoticeId } from '#staff/contract'
import type { WishForMail } from '../../contract.ts'

const row = {
  id: uuid(), person_id: uuid<PersonId>(), wish: word<WishForMail>(), waiting: uuids<NoticeId>(), look_at: nullable(instant), since: nullable(instant),
  mailed_at: nullable(instant), mailed_count: integer, counting_from: nullable(instant),
} // prettier-ignore
export type NoticeMailRow = NonNullable<Awaited<ReturnType<typeof holdNoticeMail>>>

// Made when first needed, and held: whoever is told at the same moment waits.
export async function needNoticeMail(work: Work, person: PersonId): Promise<NoticeMailRow> {
  await work.sql.run`
    insert into channels.notice_mail (tenant_id, person_id, id) values (${work.tenant}, ${person}, ${newId(work.now)}) on conflict do nothing`
  return (await holdNoticeMail(work, person))! // written a moment ago
}

export const holdNoticeMail = (work: Work, person: PersonId) => work.sql.maybeOne(row)`
  select id, person_id, wish, waiting, look_at, since, mailed_at, mailed_count, counting_from
  from channels.notice_mail where tenant_id = ${work.tenant} and person_id = ${person} for update`

type Waiting = {
  person: PersonId
  waiting: readonly NoticeId[]
  look_at: Temporal.Instant | null
  since: Temporal.Instant | null
}
export const recordWaiting = (work: Work, w: Waiting) => work.sql.run`
  update channels.notice_mail set waiting = ${w.waiting}::uuid[], look_at = ${w.look_at}, since = ${w.since}
  where tenant_id = ${work.tenant} and person_id = ${w.person}`

export const recordMailed = (work: Work, person: PersonId, m: { count: number; from: Temporal.Instant }) => work.sql.run`
  update channels.notice_mail set mailed_at = ${work.now}, mailed_count = ${m.count}, counting_from = ${m.from}
  where tenant_id = ${work.tenant} and person_id = ${person}`

export const recordWish = (work: Work, person: PersonId, wish: WishForMail) => work.sql.run`
  update channels.notice_mail set wish = ${wish} where tenant_id = ${work.tenant} and person_id = ${person}`

export const wishesOf = (work: Work, people: readonly PersonId[]) => work.sql.many({
  person_id: uuid<PersonId>(),
  wish: word<WishForMail>(),
})`
  select person_id, wish from channels.notice_mail where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) limit 500`
