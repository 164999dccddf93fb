// Shifts that are offered, and who would work them.
import type { PersonId } from '#base/contract'
import { boolean, date, instant, integer, nullable, part, text, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { OpenShift, OpenShiftId, PlanId, ShiftId } from '../contract.ts'

const row = {
  id: uuid<OpenShiftId>(), plan_id: uuid<PlanId>(), day: date, starts_at: instant, ends_at: instant, places: integer, teams: uuids<TeamId>(), skills: uuids<string>(),
  site: nullable(text), rule: word<OpenShift['rule']>(), note: text, offered_at: instant, closes_at: instant, ended_at: nullable(instant),
  ended_as: nullable(word<Exclude<OpenShift['state'], 'open'>>()),
} // prettier-ignore
const columns = part`id, plan_id, day, starts_at, ends_at, places, teams, skills, site, rule, note, offered_at, closes_at, ended_at, ended_as`
export type OpenShiftRow = NonNullable<Awaited<ReturnType<typeof findOpenShift>>>

type New = Pick<OpenShiftRow, 'id' | 'plan_id' | 'places' | 'teams' | 'skills' | 'site' | 'rule' | 'note'> & {
  day: string
  starts_at: string
  ends_at: string
  closes_at: string
}
export const insertOpenShift = (work: Work, o: New) => work.sql.run`
  insert into scheduling.open_shift (tenant_id, id, plan_id, day, starts_at, ends_at, places, teams, skills, site, rule, note, offered_at, offered_by, closes_at)
  values (${work.tenant}, ${o.id}, ${o.plan_id}, ${o.day}, ${o.starts_at}, ${o.ends_at}, ${o.places}, ${o.teams}::uuid[], ${o.skills}::uuid[], ${o.site}, ${o.rule}, ${o.note},
    ${work.now}, ${work.actor.kind === 'person' ? work.actor.id : null}, ${o.closes_at})`

export const findOpenShift = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.open_shift where tenant_id = ${work.tenant} and id = ${id}`
// Whoever bids, chooses or withdraws does so one after the other.
export const holdOpenShift = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.open_shift where tenant_id = ${work.tenant} and id = ${id} for no key update`

type Page = { plan: string | undefined; past: boolean; after: { at: string; id: string } | undefined; most: number }
export const listOpenShifts = (work: Work, { plan, past, after, most }: Page) => work.sql.many(row)`
  select ${columns} from scheduling.open_shift
  where tenant_id = ${work.tenant} ${plan ? part`and plan_id = ${plan}` : part``} ${past ? part`` : part`and ended_at is null and starts_at > ${work.now}`}
    ${after ? part`and (starts_at, id) > (${after.at}, ${after.id})` : part``}
  order by starts_at, id limit ${most}`

export const openOfPlan = (work: Work, plan: PlanId) => work.sql.many(row)`
  select ${columns} from scheduling.open_shift where tenant_id = ${work.tenant} and plan_id = ${plan} and ended_at is null order by id limit 1000`

export const endOpenShift = (work: Work, id: OpenShiftId, as: NonNullable<OpenShiftRow['ended_as']>) => work.sql.run`
  update scheduling.open_shift set ended_at = ${work.now}, ended_as = ${as} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

const bid = { open_shift_id: uuid<OpenShiftId>(), person_id: uuid<PersonId>(), at: instant, withdrawn: boolean, shift_id: nullable(uuid<ShiftId>()) } // prettier-ignore
export type BidRow = Awaited<ReturnType<typeof bidsFor>>[number]
export const bidsFor = (work: Work, ids: readonly string[]) => work.sql.many(bid)`
  select open_shift_id, person_id, at, withdrawn_at is not null as withdrawn, shift_id from scheduling.bid
  where tenant_id = ${work.tenant} and open_shift_id = any(${ids}::uuid[]) order by at, person_id limit 20000`

/** Who bids again after they withdrew comes last again. */
export const putBid = (work: Work, id: OpenShiftId, person: PersonId) => work.sql.run`
  insert into scheduling.bid as b (tenant_id, open_shift_id, person_id, at) values (${work.tenant}, ${id}, ${person}, ${work.now})
  on conflict (tenant_id, open_shift_id, person_id) do update set at = excluded.at, withdrawn_at = null where b.withdrawn_at is not null`
export const withdrawBid = (work: Work, id: OpenShiftId, person: PersonId) => work.sql.run`
  update scheduling.bid set withdrawn_at = ${work.now} where tenant_id = ${work.tenant} and open_shift_id = ${id} and person_id = ${person} and shift_id is null and withdrawn_at is null`
export const recordChosen = (work: Work, id: OpenShiftId, got: { person: PersonId; shift: ShiftId }) => work.sql.run`
  update scheduling.bid set shift_id = ${got.shift} where tenant_id = ${work.tenant} and open_shift_id = ${id} and person_id = ${got.person} and withdrawn_at is null`
/** Whoever leaves bids for nothing any more. */
export const withdrawBidsOf = (work: Work, person: PersonId) => work.sql.run`
  update scheduling.bid set withdrawn_at = ${work.now} where tenant_id = ${work.tenant} and person_id = ${person} and shift_id is null and withdrawn_at is null`
