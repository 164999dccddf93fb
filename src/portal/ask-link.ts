// A link opens nothing any more, and somebody asks for another. It is mailed to the address on file if the address they give is on file and
// proven; whoever asks is told the same in every case, and nothing else.
import { createHash } from 'node:crypto'
import * as cases from '#cases'
import * as customers from '#customers'
import { network } from '#access'
import { newId } from '#base/id'
import { tooManyRequests } from '#base/refusal'
import { inWork, refuse, type Open, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import { pageLinkAsked } from './contract.ts'
import { asVisitor, pageToken } from './open-link.ts'
import * as store from './store/link.ts'

const MOST_OF_A_NETWORK = 20 // an hour
const MOST_OF_AN_ADDRESS = 3

export type Asking = { token: string; email: string; address: string; language: 'fr' | 'en' } // address: where the request comes from

export async function askForLink(open: Open, { token, email, address, language }: Asking): Promise<void> {
  const read = pageToken(token)
  if (!read) return // no house is named: there is nobody to ask
  await inWork(open, { tenant: read.tenant, actor: asVisitor }, async (work) => {
    await store.forgetAskings(work, work.now.subtract({ hours: 24 }))
    if (!(await hasRoom(work, `network ${network(address)}`, MOST_OF_A_NETWORK)))
      throw refuse(tooManyRequests, { retry_after_seconds: 900 })
    if (!(await hasRoom(work, `email ${email.trim().toLowerCase()}`, MOST_OF_AN_ADDRESS))) return // as if it were sent
    const link = await store.findByHash(work, read.hash)
    await send(work, { email: email.trim(), brand: link?.brand_id, language })
  })
}

async function hasRoom(work: Work, of: string, most: number): Promise<boolean> {
  const key = createHash('sha256').update(of).digest()
  await store.queueFor(work, key)
  const { n } = await store.countAskings(work, key, work.now.subtract({ hours: 1 }))
  if (n < most) await store.insertAsking(work, key, newId(work.now))
  return n < most
}

type Wanted = { email: string; brand: BrandId | undefined; language: 'fr' | 'en' }

async function send(work: Work, { email, brand, language }: Wanted): Promise<void> {
  const holder = await customers.holder(work, { kind: 'email', value: email })
  if (!holder?.verified) return
  const [latest] = await cases.requestsOf(work, { customer: holder.customer, brand, most: 1 })
  if (latest) work.publish(pageLinkAsked, { case_id: latest.id, email, language }, { case_id: latest.id })
}
