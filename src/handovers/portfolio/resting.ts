// What rests on a person, kind by kind: their own page, and what a manager sees before somebody goes.
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { receiverUnfit, type Item, type ItemKind } from '../contract.ts'
import { meOf } from '../list.ts'
import { offeredAlready } from '../store/item.ts'
import { kindNamed, kinds } from './kinds/all.ts'
import type { Found, Wanted } from './kinds/kind.ts'

type Asked = {
  person?: PersonId | undefined
  kind: ItemKind
  cursor?: string | undefined
  limit: number
  customer?: string | undefined
  company?: string | undefined
}

export async function listResting(
  work: Work,
  { person, kind, ...asked }: Asked,
): Promise<{ items: Item[]; next: string | null }> {
  const whose = await needPerson(work, person)
  return await pageOf(work, kind, { ...asked, person: whose })
}

export async function pageOf(work: Work, kind: ItemKind, wanted: Wanted): Promise<{ items: Item[]; next: string | null }> {
  const { items, next } = await kindNamed(kind).page(work, wanted)
  return { items: await withOffers(work, kind, items), next }
}

async function withOffers(work: Work, kind: ItemKind, items: Found['items']): Promise<Item[]> {
  const waiting = await offeredAlready(work, kind, items.map(({ id }) => id)) // prettier-ignore
  const people = await staff.find(work, waiting.map(({ to_id }) => to_id)) // prettier-ignore
  const to = new Map(waiting.map(({ id, to_id }) => [id, { id: to_id, name: people.get(to_id)?.name ?? '' }]))
  return items.map((item) => ({ ...item, offered_to: to.get(item.id) ?? null }))
}

export async function countResting(work: Work, { person }: { person?: PersonId | undefined }) {
  const whose = await needPerson(work, person)
  return { kinds: await Promise.all(kinds.map(async (each) => ({ kind: each.kind, count: await each.count(work, whose) }))) }
}

// One's own is one's own to see; another's is for who gives cases.
export async function needPerson(work: Work, person: PersonId | undefined): Promise<PersonId> {
  if (!person || person === meOf(work)) return meOf(work)
  allow(work, 'case.assign')
  if (!(await staff.find(work, [person])).has(person)) throw refuse(receiverUnfit, {})
  return person
}
