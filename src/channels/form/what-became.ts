// What a visitor is told: the number of the request, who answers for it, and the page where they can follow it.
import * as brands from '#brands'
import * as cases from '#cases'
import * as portal from '#portal'
import { z } from 'zod'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { FormId, FormLanguage, ReceiptId, Submitted } from '../contract.ts'
import { inForms, type Door, type Opened } from './at-the-door.ts'
import { awayWords } from '../email/rules/away-words.ts'
import { standingIn } from '../standing-in.ts'
import { findByReceipt } from './store/submission.ts'

type Became = { receipt: ReceiptId; language: FormLanguage }

export async function tellWhatBecame(door: Door, opened: Opened, { receipt, language }: Became): Promise<Submitted> {
  const told = await inForms(door, opened.tenant, (work) =>
    lookUp(work, { receipt, url: door.url, language, entry_point: opened.form.entry_point_id }),
  )
  const ticket = door.seal.close(JSON.stringify({ f: opened.form.id, at: door.open.clock.now().epochMilliseconds, ...told }))
  return { ...told, next: `${door.url}/f/${opened.form.key}/sent?lang=${language}&r=${ticket.toString('base64url')}` }
}

type Told = Omit<Submitted, 'next'>

async function lookUp(
  work: Work,
  { receipt, url, language, entry_point }: Became & { url: string; entry_point: EntryPointId },
): Promise<Told> {
  const submission = await findByReceipt(work, receipt)
  const interaction = submission?.interaction_id
  if (!interaction) return { id: receipt, number: null, page: null, owner: null }
  const [arrived, briefs] = await Promise.all([cases.arrived(work, interaction), cases.briefs(work, [interaction])])
  const brief = briefs.get(interaction)
  if (!arrived || !brief) throw new Error('a filed form has neither message nor case') // the receipt names its message by a foreign key
  const zone = (await brands.entryPoint(work, entry_point))?.zone ?? 'Europe/Paris'
  const { owner, away } = await standingIn(work, { ...arrived, zone })
  const page = submission.is_spam ? null : await pageOf(work, brief, arrived.customer) // nothing is opened for what is unwanted
  return {
    id: receipt,
    number: arrived.number,
    page: page && `${url}${page}`,
    owner: owner === '' ? null : { name: owner, away: away && awayWords(language, away) },
  }
}

// For this request alone: whoever filled in a form wrote this request, and may be anybody.
// Its record is the one they were given then, whomever the case was said to be about since.
async function pageOf(work: Work, brief: { case_id: string; brand_id: string }, customer: CustomerId | null): Promise<string> {
  const of = brief.case_id as CaseId // told by cases itself
  return (await portal.linkFor(work, { scope: 'case', customer, case: of, brand: brief.brand_id as BrandId, made_for: 'form' }))
    .path
}

const ticketShape = z.object({
  f: z.string(),
  at: z.number(),
  id: z.uuid(),
  number: z.number().int().nullable(),
  page: z.string().nullable(),
  owner: z.object({ name: z.string(), away: z.string().nullable().default(null) }).nullable(),
})
const KEPT_SECONDS = 24 * 3_600

/** What the page after sending was told; null when it is not ours, of another form, or of the day before. */
export function readTicket(door: Door, form: FormId, text: string): Told | null {
  if (text.length > 4_000 || !/^[\w-]+$/.test(text)) return null
  try {
    const { f, at, ...told } = ticketShape.parse(JSON.parse(door.seal.open(Buffer.from(text, 'base64url'))))
    return f === form && door.open.clock.now().epochMilliseconds - at < KEPT_SECONDS * 1_000 ? told : null
  } catch {
    return null // somebody made it up: that is an answer, not a failure
  }
}
