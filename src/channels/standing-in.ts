// Who is here for a request, in the names a customer reads, and whom they know and is not.
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Away } from './email/rules/away-words.ts'

type Of = { customer: CustomerId | null; owner: PersonId; zone: string }

export async function standingIn(work: Work, { customer, owner, zone }: Of): Promise<{ owner: string; away: Away | null }> {
  const { person, away_until: until, stands_in } = await customers.whoAnswers(work, { customer, owner })
  const people = await staff.find(work, stands_in ? [owner, person, stands_in] : [owner])
  const name = (id: PersonId): string => people.get(id)?.name ?? ''
  if (!stands_in && !until) return { owner: name(owner), away: null }
  return { owner: name(owner), away: { name: name(person), until, stands_in: stands_in && name(stands_in), zone, now: work.now } }
}
