// Somebody's link opened nothing any more and they asked for another: it goes to the address on file, as a message of the house in their latest
// request, so that it is sent, tried again and seen like any other.
import * as brands from '#brands'
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import { pageLinkAsked } from '#portal/contract'
import { pageLetter } from './rules/page-letter.ts'

type Asked = ReturnType<typeof pageLinkAsked.shape.parse>

export async function sendPageLink(work: Work, { case_id, email, language }: Asked): Promise<void> {
  const [of, [first]] = await Promise.all([cases.request(work, case_id), cases.conversations(work, case_id)])
  const brand = of && (await brands.brand(work, of.brand_id as BrandId)) // a foreign key says so
  if (!of || !first) return
  await cases.acknowledge(work, {
    case: case_id, conversation: first.id, channel: 'email', to: { name: '', address: email }, language, ...pageLetter(language, brand?.name ?? ''),
  }) // prettier-ignore
}
