// The way to the customer's own page, in what the house writes by itself. A message that is kept says only where the link stands; the link is made
// when the mail is written, and is in that mail alone. To a proven address it shows all requests with the brand, to any other this one.
import * as customers from '#customers'
import * as portal from '#portal'
import type { Work } from '#base/work'
import type { Outgoing } from '#cases'
import type { BrandId } from '#brands/contract'
import { putLink, withoutLink, type Written } from './rules/page-line.ts'

export async function withPageLink(
  work: Work,
  out: Outgoing,
  { written, url }: { written: Written; url: string },
): Promise<Written> {
  const [to, ...others] = out.interaction.recipients.to
  if (out.interaction.kind !== 'acknowledgement') return written
  if (url === '' || !to || others.length > 0) return withoutLink(written)
  const about = { case: out.case.id, brand: out.case.brand as BrandId, mailed_to: to.address } // a foreign key says that it is a brand
  const holder = await customers.holder(work, { kind: 'email', value: to.address })
  const isTheirs = holder?.verified === true && holder.customer === out.case.customer
  const { path } = isTheirs
    ? await portal.linkFor(work, { ...about, scope: 'customer', customer: holder.customer, made_for: 'mail' })
    : await portal.linkFor(work, { ...about, scope: 'case', customer: out.case.customer, made_for: 'mail' })
  return putLink(written, `${url}${path}`)
}
