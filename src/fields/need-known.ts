// What a view or a field names is there: who asks for somebody, a reason or a brand that nobody knows has mistaken an id.
import { can } from '#access'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { BrandId } from '#brands/contract'
import type { ReasonId } from '#cases/contract'
import type { ViewFilter } from './contract.ts'

export async function needReasons(work: Work, ids: readonly ReasonId[]): Promise<void> {
  const asked = [...new Set(ids)]
  if (asked.length > 0 && (await cases.reasonsById(work, asked)).length < asked.length) throw refuse(notFound, {})
}

/** Of a view that is kept. What it asked for before is not asked about again. */
export async function needFilter(work: Work, filter: ViewFilter, before?: ViewFilter): Promise<void> {
  const people = [fresh(filter.owner, before?.owner), fresh(filter.handler, before?.handler)].filter(isPerson)
  if (people.length > 0 && (await staff.find(work, people)).size < new Set(people).size) throw refuse(notFound, {})
  const reason = fresh(filter.reason, before?.reason)
  if (reason) await needReasons(work, [reason])
  const brand = fresh(filter.brand, before?.brand)
  if (brand && !(await isBrandOfTheirs(work, brand as BrandId))) throw refuse(notFound, {}) // looked up here
}

// A brand whose cases one may not read is one nobody knows.
const isBrandOfTheirs = async (work: Work, brand: BrandId): Promise<boolean> =>
  can(work.actor, 'case.read', { brand }) && (await brands.brand(work, brand)) !== undefined

const fresh = <Asked>(asked: Asked | null, before: Asked | null | undefined): Asked | null => (asked === before ? null : asked)
const isPerson = (who: ViewFilter['owner']): who is PersonId => who !== null && who !== 'me' && who !== 'covered'
