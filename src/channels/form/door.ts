// The public side of forms: what a page is given to begin with, and what becomes of what it sends. One for the whole server.
import { createHash } from 'node:crypto'
import { network, readToken, withRefusalsAudited } from '#access'
import * as brands from '#brands'
import { log } from '#base/log'
import { refuse } from '#base/work'
import {
  definitionShape,
  formClosed,
  formUnknown,
  originOf,
  type Definition,
  type FormReception,
  type ReceiptId,
  type Submitted,
} from '../contract.ts'
import { admit, keepPace, type Sent } from './admit.ts'
import { inForms, LEAST_SECONDS, type Door, type DoorSettings, type Opened } from './at-the-door.ts'
import { fileSubmission } from './file-submission.ts'
import { keepSubmission, SentBefore, type Keeping } from './keep-submission.ts'
import { bitsFor, openBook } from './rules/pace.ts'
import { makeStamp } from './stamp.ts'
import { findByKey } from './store/form.ts'
import { findByStamp } from './store/submission.ts'
import { readTicket, tellWhatBecame } from './what-became.ts'

export type FormDoor = {
  look(key: string): Promise<Opened>
  reception(opened: Opened, address: string): FormReception
  mayCome(opened: Opened, address: string): Promise<void> // asked before something large is read
  submit(opened: Opened, sent: Sent): Promise<Submitted>
  became(opened: Opened, ticket: string): Omit<Submitted, 'next'> | null
}
export type { File, Sent } from './admit.ts'
export type { Opened } from './at-the-door.ts'

export function openFormDoor(settings: DoorSettings): FormDoor {
  const door: Door = { ...settings, books: { address: openBook(), form: openBook(), unproven: openBook() } }
  return {
    look: (key) => look(door, key),
    reception: (opened, address) => reception(door, opened, network(address)),
    mayCome: (opened, address) =>
      withRefusalsAudited(door.open, from(opened, address), async () => keepPace(door, opened, { address: network(address) })),
    submit: (opened, sent) =>
      withRefusalsAudited(door.open, from(opened, sent.address), () =>
        submit(door, opened, { ...sent, address: network(sent.address) }),
      ),
    became: (opened, ticket) => readTicket(door, opened.form.id, ticket),
  }
}

const from = ({ tenant, form }: Opened, address: string) => ({ tenant, door: 'form' as const, about: form.id, address })

async function look(door: Door, key: string): Promise<Opened> {
  const token = readToken(key, 'fm_')
  if (!token) throw refuse(formUnknown, {})
  const { tenant } = token
  const found = await inForms(door, tenant, async (work) => {
    const form = await findByKey(work, key)
    const entry = form && (await brands.entryPoint(work, form.entry_point_id))
    const brand = form && (await brands.brand(work, form.brand_id))
    return form && entry && brand ? { form, isOpen: !form.closed_at && !entry.closed_at && !brand.closed_at, brand } : null
  })
  if (!found) throw refuse(formUnknown, {})
  const { form, isOpen, brand } = found
  if (!isOpen || form.live === null || form.number === null) throw refuse(formClosed, {})
  return { tenant, form, definition: definitionShape.parse(form.live), number: form.number, brand }
}

function reception(door: Door, { form, definition, number, brand }: Opened, address: string): FormReception {
  const now = door.open.clock.now().epochMilliseconds
  const bits = bitsFor(door.books.address.times(address), now)
  return {
    form: { key: form.key, version: number, definition },
    brand: { name: brand.name, colour: brand.colour },
    stamp: makeStamp(door.seal, { form: form.id, version: number, at: now, bits, answer: null }),
    bits,
    wait_seconds: LEAST_SECONDS,
  }
}

/** The origins that may show a form in a frame and send to it from a page of theirs. */
export const originsOf = ({ origins }: Definition): string[] => origins.flatMap((origin) => originOf(origin) ?? [])

async function submit(door: Door, opened: Opened, sent: Sent): Promise<Submitted> {
  const stamp = createHash('sha256').update(sent.stamp).digest()
  const admitted = await admit(door, opened, { ...sent, stampHash: stamp })
  const receipt = 'before' in admitted ? admitted.before : await keep(door, opened, admitted)
  // Whoever sent it twice waits here for the first to be filed, and is told the same.
  await inForms(door, opened.tenant, (work) => fileSubmission(work, receipt)).catch((error: Error) =>
    log.error({ error, receipt }, 'a form could not be filed at once; it is kept, and filed in a moment'),
  )
  return await tellWhatBecame(door, opened, { receipt, language: sent.language })
}

async function keep(door: Door, { tenant }: Opened, admitted: Keeping): Promise<ReceiptId> {
  return await inForms(door, tenant, (work) => keepSubmission(work, admitted)).catch(async (error: unknown) => {
    if (!(error instanceof SentBefore)) throw error
    return (await inForms(door, tenant, (work) => findByStamp(work, admitted.hashes.stamp)))!.receipt_id // whose commit undid ours
  })
}
