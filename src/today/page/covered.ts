// Cases of colleagues who are away and for whom I stand in.
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { LINES, MOST_COUNTED, type Day } from '../contract.ts'
import { seenAs, type Asked, type Made } from './asked.ts'
import { caseLine } from './lines.ts'

export async function covered({ work, person }: Asked): Promise<Made> {
  const own = seenAs(work, person)
  const wanted = { status: 'open', owner: 'covered', stands: 'waiting_for_us' } as const
  const [{ items }, count, { items: fresh }] = await Promise.all([
    cases.list(own, { ...wanted, limit: LINES }),
    cases.countListed(own, { status: 'open', owner: 'covered', limit: MOST_COUNTED }),
    cases.list(own, { ...wanted, stands: 'new', limit: LINES }),
  ])
  const lines = [...fresh, ...items].slice(0, LINES).map((row) => caseLine('covered', row, { person: row.owner }))
  return { items: lines, count, late: 0, all: '/cases?owner=covered' }
}

/** For whom somebody stands in at this moment, and until when. */
export async function standsInFor(work: Work, person: PersonId): Promise<Day['stands_in_for']> {
  const { owners, pairs } = await cases.standsInFor(work, person)
  const people = await staff.find(work, [...new Set([...owners, ...pairs.map(({ owner }) => owner)])])
  return [...people.values()].flatMap(({ id, name, absent_until }) =>
    absent_until ? [{ person: { id, name }, until: absent_until.toString() }] : [],
  )
}
