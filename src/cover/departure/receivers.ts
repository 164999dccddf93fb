// To whom things go: one person, the members of a team evenly, or whoever knows about each case best.
import * as cases from '#cases'
import * as staff from '#staff'
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Item } from '#handovers/contract'
import { nobodyToReceive, type Receiver } from '../contract.ts'
import { splitEvenly } from '../rules/split.ts'

export type ShareOf = { person: PersonId; items: Item[] }
const MOST_COUNTED = 100_000

export async function share(
  work: Work,
  leaving: PersonId,
  { items, to }: { items: readonly Item[]; to: Receiver },
): Promise<{ shares: ShareOf[]; nobody: Item[] }> {
  if ('person' in to) return { shares: [{ person: await needHere(work, leaving, to.person), items: [...items] }], nobody: [] }
  if ('team' in to) {
    const members = (await staff.membersOfTeam(work, to.team)).filter((id) => id !== leaving)
    return { shares: evenly(items, await withLoads(work, members)), nobody: [] }
  }
  return await byDirectory(work, leaving, items)
}

async function needHere(work: Work, leaving: PersonId, person: PersonId): Promise<PersonId> {
  if (person === leaving || !(await staff.active(work, person))) throw refuse(nobodyToReceive, {})
  return person
}

type Loaded = { person: PersonId; load: number }
async function withLoads(work: Work, members: readonly PersonId[]): Promise<Loaded[]> {
  const people = await staff.find(work, members)
  const active = members.filter((id) => people.get(id)?.active)
  if (active.length === 0) throw refuse(nobodyToReceive, {})
  return await Promise.all(
    active.map(async (person) => ({
      person,
      load: await cases.countListed(work, { owner: person, status: 'open', limit: MOST_COUNTED }),
    })),
  )
}

function evenly(items: readonly Item[], people: readonly Loaded[]): ShareOf[] {
  const things = items.map((item) => ({ ...item, customer: item.customer?.id ?? null, key: item.id, whole: item }))
  return splitEvenly(things, people)
    .filter((each) => each.items.length > 0)
    .map((each) => ({ person: each.person as PersonId, items: each.items.map(({ whole }) => whole) })) // one of the people given
}

// Whoever the directory would have asked about the case, and who is here; a team named there shares its part evenly. What nobody knows stays.
async function byDirectory(
  work: Work,
  leaving: PersonId,
  items: readonly Item[],
): Promise<{ shares: ShareOf[]; nobody: Item[] }> {
  const given = new Map<PersonId, Item[]>()
  const byCustomer = new Map<string, PersonId>()
  const nobody: Item[] = []
  for (const item of items) {
    const known = item.customer && byCustomer.get(item.customer.id)
    const person = known ?? (item.case_id ? await whoKnows(work, leaving, item.case_id as CaseId) : null) // it is the id of a case
    if (!person) nobody.push(item)
    else {
      given.set(person, [...(given.get(person) ?? []), item])
      if (item.customer) byCustomer.set(item.customer.id, person)
    }
  }
  const later = nobody.filter((item) => item.customer && byCustomer.has(item.customer.id)) // a customer's point of contact goes with their cases
  for (const item of later) given.get(byCustomer.get(item.customer!.id)!)!.push(item)
  return {
    shares: [...given].map(([person, all]) => ({ person, items: all })),
    nobody: nobody.filter((item) => !later.includes(item)),
  }
}

async function whoKnows(work: Work, leaving: PersonId, id: CaseId): Promise<PersonId | null> {
  const { items } = await tasks.whomToAsk(work, { case: id, text: '' })
  for (const { asked } of items) {
    const people = 'person' in asked ? [asked.person] : 'team' in asked ? await staff.membersOfTeam(work, asked.team) : []
    for (const person of people)
      if (person !== leaving && (await staff.standIn(work, person))?.because === 'present') return person
  }
  return null
}
