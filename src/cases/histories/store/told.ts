// What the walk asks of the tables themselves, past every verb.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, HandOverId } from '../../contract.ts'

const standing = {
  id: uuid<CaseId>(), opened_at: instant, is_open: boolean, main_id: nullable(uuid<CaseId>()), owner_id: uuid<PersonId>(), answering: integer, owner_is_here: boolean,
  kept_open: boolean, offers: integer, stray_offers: integer, main_agrees: boolean,
} // prettier-ignore
export type StandingRow = Awaited<ReturnType<typeof standingOf>>[number]
export const standingOf = (work: Work) => work.sql.many(standing)`
  select c.id, c.opened_at, c.closed_at is null as is_open, c.main_id, c.owner_id,
    (select count(*) from cases.ownership o where o.tenant_id = c.tenant_id and o.case_id = c.id and o.until is null and o.person_id = c.owner_id
      and not exists (select from cases.ownership x where x.tenant_id = c.tenant_id and x.case_id = c.id and x.until is null and x.id <> o.id)) as answering,
    p.left_at is null as owner_is_here,
    exists (select from cases.blocker b where b.tenant_id = c.tenant_id and b.case_id = c.id and b.ended_at is null) and not exists (
      select from cases.closure k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.ended_at is null and k.because is not null) as kept_open,
    (select count(*) from cases.hand_over h where h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null) as offers,
    (select count(*) from cases.hand_over h join staff.person t on t.tenant_id = h.tenant_id and t.id = h.to_id
      where h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null
        and (c.closed_at is not null or c.main_id is not null or h.from_id <> c.owner_id or t.left_at is not null)) as stray_offers,
    (c.main_id is not null) = exists (
      select from cases.merge e where e.tenant_id = c.tenant_id and e.merged_id = c.id and e.undone_at is null) and (c.main_id is null or exists (
      select from cases."case" m where m.tenant_id = c.tenant_id and m.id = c.main_id and m.main_id is null and m.owner_id = c.owner_id
        and (m.closed_at is null or c.closed_at is not null))) as main_agrees
  from cases."case" c join staff.person p on p.tenant_id = c.tenant_id and p.id = c.owner_id
  where c.tenant_id = ${work.tenant}`

export const answeredAt = (work: Work, at: Temporal.Instant) => work.sql.many({
  id: uuid<CaseId>(),
  owners: integer,
  owner: nullable(uuid<PersonId>()),
})`
  select c.id, count(o.id) as owners, (array_agg(o.person_id))[1] as owner
  from cases."case" c left join cases.ownership o on o.tenant_id = c.tenant_id and o.case_id = c.id and o.since <= ${at} and (o.until > ${at} or o.until is null)
  where c.tenant_id = ${work.tenant} group by c.id`

export const waitingOffers = async (work: Work): Promise<HandOverId[]> => {
  const found = await work.sql.many({ id: uuid<HandOverId>() })`
    select id from cases.hand_over where tenant_id = ${work.tenant} and ended_at is null order by offered_at, id`
  return found.map(({ id }) => id)
}
export const notOffered = async (work: Work): Promise<CaseId[]> => {
  const found = await work.sql.many({ id: uuid<CaseId>() })`
    select c.id from cases."case" c where c.tenant_id = ${work.tenant} and c.closed_at is null and c.main_id is null and not exists (
      select from cases.hand_over h where h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null) order by c.number`
  return found.map(({ id }) => id)
}
export const mergedPairs = async (work: Work): Promise<[CaseId, CaseId][]> => {
  const found = await work.sql.many({ main_id: uuid<CaseId>(), id: uuid<CaseId>() })`
    select main_id, id from cases."case" where tenant_id = ${work.tenant} and main_id is not null order by number`
  return found.map(({ main_id, id }) => [main_id, id])
}
