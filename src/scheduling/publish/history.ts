// How a plan was published, and what each time changed.
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { PlanId, Publication, ShiftChange } from '../contract.ts'
import { needPlan } from '../plans/need-plan.ts'
import * as store from '../store/publication.ts'
import { theirPeople } from '../whose.ts'
import { named } from './publish.ts'

const numberOf = (cursor: string | undefined): number | undefined =>
  cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined

type Page = { id: PlanId; cursor?: string | undefined; limit: number }
export async function listPublications(
  work: Work,
  { id, cursor, limit }: Page,
): Promise<{ items: Publication[]; next: string | null }> {
  await needPlan(work, id, 'workforce.read')
  const rows = await store.listPublications(work, id, { before: numberOf(cursor), most: limit + 1 })
  const page = rows.slice(0, limit)
  const people = await staff.find(work, page.flatMap(({ by_person }) => by_person ?? [])) // prettier-ignore
  return {
    items: page.map(({ at, by_person, ...row }) => ({
      ...row,
      at: at.toString(),
      by: by_person && { id: by_person, name: people.get(by_person)?.name ?? '' },
    })),
    next: rows.length > limit ? String(page.at(-1)?.number) : null,
  }
}

type Asked = Page & { number: number; person?: string | undefined }
export async function listPublicationChanges(
  work: Work,
  { id, number, person, cursor, limit }: Asked,
): Promise<{ items: ShiftChange[]; next: string | null }> {
  await needPlan(work, id, 'workforce.read')
  const theirs = await theirPeople(work)
  const people = theirs && [...theirs]
  const rows = await store.listChanges(work, id, { number, person, people, after: numberOf(cursor) ?? -1, most: limit + 1 })
  const page = rows.slice(0, limit)
  const changes = page.map(({ shift_id: shift, person_id, day, change, before, after }) => ({
    shift,
    person: person_id,
    day: day.toString(),
    change,
    before,
    after,
  }))
  return { items: await named(work, changes), next: rows.length > limit ? String(page.at(-1)?.place) : null }
}
