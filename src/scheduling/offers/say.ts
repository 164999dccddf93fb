// One notice says all that is offered to somebody, however much it is: how many shifts, and the first of them.
import * as staff from '#staff'
import { asFrenchWrites, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { saySpan } from '../rules/say-span.ts'
import { forgetTold, insertTold, toldOf } from '../store/offer-told.ts'
import { settingsNow } from '../terms/settings.ts'

const key = 'shifts on offer'
const about = { kind: 'scheduling.open_shift', path: '/my-shifts', key }
type Offer = { id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }

/** These may take it: each is told, with whatever else is offered to them. */
export async function sayOffered(work: Work, offer: Offer, people: readonly PersonId[]): Promise<void> {
  await insertTold(work, offer, people)
  await staff.tellAnew(
    work,
    (await wordsFor(work, people)).map((said) => ({ ...said, urgent: false })),
    about,
  )
}

/** It is taken, or no longer offered; of one person: they answered. What they have not read yet says so no more. */
export async function unsayOffered(work: Work, offers: readonly string[], person: PersonId | null = null): Promise<void> {
  const people = [...new Set((await forgetTold(work, offers, person)).map(({ person_id }) => person_id))]
  if (people.length === 0) return
  const words = await wordsFor(work, people)
  const left = new Set(words.map((said) => said.person))
  await staff.reword(work, key, words)
  await staff.untell(work, { keys: [key], to: people.filter((each) => !left.has(each)) })
}

type Said = { person: PersonId; fr: string; en: string }
async function wordsFor(work: Work, people: readonly PersonId[]): Promise<Said[]> {
  const { zone } = await settingsNow(work)
  return [...Map.groupBy(await toldOf(work, people), ({ person_id }) => person_id)].map(([person, offers]) => {
    const { fr, en } = saySpan(offers[0]!, zone) // a group has one
    const count = offers.length
    return {
      person,
      fr: asFrenchWrites(count === 1 ? `Une vacation que vous pouvez prendre est proposée : ${fr}.` : `${count} vacations que vous pouvez prendre sont proposées, la première ${fr}.`),
      en: count === 1 ? `A shift you may take is offered: ${en}.` : `${count} shifts you may take are offered, the first ${en}.`,
    } // prettier-ignore
  })
}
