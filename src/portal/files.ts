// What may be fetched through a link: the documents of messages it shows, and the face of who answers.
import * as customers from '#customers'
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import * as cases from '#cases'
import type { PersonId } from '#base/contract'
import { heardThrough, requestOf } from './requests.ts'
import type { LinkRow } from './store/link.ts'

export type Fetched = { name: string; type: string; file: string }

export async function documentOf(work: Work, link: LinkRow, id: string): Promise<Fetched> {
  const found = await cases.fileWithCase(work, id)
  const of = found && (await cases.request(work, found.case_id))
  const isShown =
    of && (link.scope === 'case' ? link.case_id === of.id : of.customer_id === link.customer_id && of.brand_id === link.brand_id)
  if (!found || !of || !isShown || found.inline) throw refuse(notFound, {})
  const { said } = await heardThrough(work, link, of)
  if (!said.some((each) => each.id === found.interaction_id)) throw refuse(notFound, {})
  return { name: found.name, type: found.type, file: found.file_id }
}

/** The photo of who answers for a request of this link, or stands in. */
export async function photoOf(
  work: Work,
  link: LinkRow,
  { person, number }: { person: PersonId; number: number | undefined },
): Promise<Fetched> {
  const found = await requestOf(work, link, number)
  const answers = await customers.whoAnswers(work, { customer: found.customer_id, owner: found.owner_id })
  const photo = (await staff.find(work, [person])).get(person)?.photo
  if ((person !== answers.person && person !== answers.stands_in) || !photo) throw refuse(notFound, {})
  return { name: 'photo', type: 'image/*', file: photo }
}
