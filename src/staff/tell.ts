// Says something to colleagues: a row for each, shown at the desk's bell and mailed to whoever does not see it there. Whoever was told
// already under that key, or has left, is not told; the answer is who was told now.
import { mayPerson } from '#access'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { told, type NoticeId, type PersonId, type Telling } from './contract.ts'
import { insertNotices } from './store/notice.ts'

const LONGEST = 600

type About = Pick<Telling, 'kind' | 'path' | 'key' | 'case_id'>
type ToldNow = { notice: NoticeId; person: PersonId }[]

export async function tell(work: Work, { to, brand, fr, en, urgent = false, ...about }: Telling): Promise<ToldNow> {
  const people = await readersOf(work, [...new Set(to)], brand)
  return await tellEach(
    work,
    people.map((person) => ({ person, fr, en, urgent })),
    about,
  )
}

export type Own = { person: PersonId; fr: string; en: string; urgent: boolean }

/** The same, in words of their own for each; one statement however many they are. */
export async function tellEach(work: Work, own: readonly Own[], about: About): Promise<ToldNow> {
  if (own.length === 0) return []
  const rows = own.map((each) => ({ ...each, id: newId<'notice'>(work.now), fr: short(each.fr), en: short(each.en) }))
  const fresh = await insertNotices(work, about, rows)
  for (const { id: notice, person_id: person, urgent } of fresh) work.publish(told, { notice, person, kind: about.kind, urgent })
  return fresh.map(({ id: notice, person_id: person }) => ({ notice, person }))
}

// A rule may name somebody who reads nothing of that brand: a stand-in, whoever leads. What they are not to read they are not told either.
async function readersOf(work: Work, people: readonly PersonId[], brand: string | undefined): Promise<PersonId[]> {
  if (brand === undefined) return [...people]
  const may = await Promise.all(people.map((person) => mayPerson(work, person, { permission: 'case.read', object: { brand } })))
  return people.filter((_, nth) => may[nth])
}

// A subject somebody else wrote may stand in the sentence, be as long as it likes, and hold half a letter that the database would not take.
export const short = (sentence: string): string =>
  sentence.length <= LONGEST ? sentence.toWellFormed() : `${sentence.slice(0, LONGEST - 1).toWellFormed()}…`
