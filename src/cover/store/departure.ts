import type { PersonId } from '#base/contract'
import { date, instant, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { DepartureId } from '../contract.ts'
import type { PortfolioId } from '#handovers/contract'

const row = {
  id: uuid<DepartureId>(), person_id: uuid<PersonId>(), last_day: date, begun_at: instant, begun_by: text, finished_at: nullable(instant),
  called_off_at: nullable(instant),
} // prettier-ignore
export type DepartureRow = Awaited<ReturnType<typeof openDepartures>>[number]
const columns = part`id, person_id, last_day, begun_at, begun_by, finished_at, called_off_at`

export const insertDeparture = (work: Work, d: { id: DepartureId; person: PersonId; last_day: string; by: string }) => work.sql
  .run`
  insert into cover.departure (tenant_id, id, person_id, last_day, begun_at, begun_by)
  values (${work.tenant}, ${d.id}, ${d.person}, ${d.last_day}, ${work.now}, ${d.by})
  on conflict (tenant_id, person_id) where finished_at is null and called_off_at is null do update set last_day = excluded.last_day`

export const openDepartures = (work: Work) => work.sql.many(row)`
  select ${columns} from cover.departure where tenant_id = ${work.tenant} and finished_at is null and called_off_at is null order by last_day, id limit 200`
export const departureOf = (work: Work, person: PersonId) => work.sql.one(row)`
  select ${columns} from cover.departure where tenant_id = ${work.tenant} and person_id = ${person} and finished_at is null and called_off_at is null`
export const findDeparture = (work: Work, id: DepartureId) => work.sql.maybeOne(row)`
  select ${columns} from cover.departure where tenant_id = ${work.tenant} and id = ${id}`
export const lockDeparture = (work: Work, id: DepartureId) => work.sql.maybeOne(row)`
  select ${columns} from cover.departure where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const recordFinished = (work: Work, id: DepartureId, by: string) => work.sql.run`
  update cover.departure set finished_at = ${work.now}, finished_by = ${by} where tenant_id = ${work.tenant} and id = ${id}`
export const recordCalledOff = (work: Work, id: DepartureId, by: string) => work.sql.run`
  update cover.departure set called_off_at = ${work.now}, called_off_by = ${by} where tenant_id = ${work.tenant} and id = ${id}`

export const insertOffer = (work: Work, departure: DepartureId, portfolio: PortfolioId) => work.sql.run`
  insert into cover.departure_offer (tenant_id, departure_id, portfolio_id) values (${work.tenant}, ${departure}, ${portfolio}) on conflict do nothing`
export const offersOf = (work: Work, departure: DepartureId) => work.sql.many({ portfolio_id: uuid<PortfolioId>() })`
  select portfolio_id from cover.departure_offer where tenant_id = ${work.tenant} and departure_id = ${departure} order by portfolio_id desc limit 500`
