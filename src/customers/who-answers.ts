import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { contactFor } from './contact-for.ts'
import type { CustomerId } from './contract.ts'
import { answerOf } from './rules/who-answers.ts'

// As the customer should hear it: whom they know, until when that person is away, and who is here instead.
export type WhoAnswers = { person: PersonId; away_until: Temporal.Instant | null; stands_in: PersonId | null }

export async function whoAnswers(work: Work, of: { customer: CustomerId | null; owner: PersonId }): Promise<WhoAnswers> {
  const { customer, owner } = of
  const [contact, [own]] = await Promise.all([
    customer ? contactFor(work, customer) : null,
    staff.answering(work, [{ person: owner, team: null, deputies: [], face: owner }]),
  ])
  const { stands_in, ...found } = answerOf(
    { person: owner, away_until: own?.away_until ?? null, stand_in: own?.stand_in ?? null },
    contact,
  )
  if (stands_in !== 'anybody') return { ...found, stands_in }
  return { ...found, stands_in: await staff.deputyFor(work, owner) } // as shown beside the owner on every screen
}
