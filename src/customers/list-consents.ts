import { allow } from '#access'
import { isUuid } from '#base/id'
import type { Work } from '#base/work'
import type { CustomerId } from './contract.ts'
import { pageConsents } from './store/consent.ts'

type Asked = { customer: CustomerId; cursor?: string | undefined; limit: number }

export async function consents(work: Work, { customer, cursor, limit }: Asked) {
  allow(work, 'customer.read')
  const found = await pageConsents(work, { customer, before: cursor && isUuid(cursor) ? cursor : null, limit: limit + 1 })
  const items = found.slice(0, limit).map((each) => ({ ...each, at: each.at.toString() }))
  return { items, next: found.length > limit ? items.at(-1)!.id : null }
}
