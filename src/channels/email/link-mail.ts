// Somebody asked for a sign-in link. The link is made by the job that sends it and goes into the mail alone: never into the journal, a job's
// row, a log or the post office, where others could read it. Without a relay it can therefore not be sent; the operator makes one
// with `guichet link create`.
import * as access from '#access'
import * as brands from '#brands'
import { newToken } from '#base/id'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { hear, reader, type Reader } from '#base/journal'
import { log } from '#base/log'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { linkRequested } from '#access/contract'
import { linkLetter } from './rules/link-letter.ts'
import { compose } from './sending/compose.ts'
import { deliver, type Relay } from './sending/deliver.ts'

type Wanted = { person: PersonId; email: string; language: 'fr' | 'en' }
export const linkMail = jobKind<Wanted>('email.sign_in_link', { tries: 5 })

export const signInLinks: Reader = reader('channels.sign_in_links', [
  hear(linkRequested, async (work, { person_id, email, language }) => {
    await later(work, linkMail, { payload: { person: person_id, email, language } })
  }),
])

export function linkSender(relay: Relay | null, url: string): Worker {
  return worker(linkMail, async (job) => {
    if (!relay) log.warn('a sign-in link was asked for by mail, but no relay is set: use `guichet link create`')
    const mail = await job.work(async (work) => (relay ? await write(work, job.payload, url) : null))
    const delivery = mail && relay ? await deliver(relay, { from: mail.from, to: [job.payload.email] }, mail.bytes) : null
    const temporary = delivery?.state === 'failed' && !delivery.permanent && job.attempts < linkMail.tries
    await job.work(async (work) => {
      // Every try makes a link of its own, so that one lost on the way is worth nothing for long.
      if (temporary) await job.again(work, work.now.add({ minutes: 1 }), 'the relay did not take the mail')
      else await job.finish(work)
    })
  })
}

async function write(work: Work, { person, email, language }: Wanted, url: string): Promise<{ bytes: Buffer; from: string }> {
  const door = await brands.mainEntryPoint(work)
  const brand = door && (await brands.brand(work, door.brand_id))
  const from = door?.address ?? 'guichet@localhost'
  const { path } = await access.createSignInLink(work, person)
  const id = newToken()
  const bytes = await compose({
    messageId: `<${id}@${from.split('@')[1]}>`, boundarySeed: id, date: work.now.toZonedDateTimeISO(door?.zone ?? 'Europe/Paris'),
    from: { name: brand?.name ?? 'Guichet', address: from }, to: [{ name: null, address: email }], automatic: 'auto-generated',
    ...linkLetter(language, { link: `${url}${path}`, house: brand?.name ?? 'Guichet' }),
  }) // prettier-ignore
  return { bytes, from }
}
