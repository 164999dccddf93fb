// The mail that follows somebody who left: it carries every answer they have not read, and the way to their own page for this request.
import * as cases from '#cases'
import * as portal from '#portal'
import type { Work } from '#base/work'
import type { Outgoing } from '#cases'
import type { BrandId } from '#brands/contract'
import { byMailText } from './rules/by-mail-text.ts'
import { gatheredWith } from './store/message.ts'
import { findVisit, type VisitRow } from './store/visit.ts'

/** What is to be written into the mail; unchanged when it carries nothing but itself. */
export async function withWhatItCarries(work: Work, out: Outgoing, url: string): Promise<Outgoing> {
  if (!out.conversation.traits.instant) return out
  const [gathered, visit] = await Promise.all([gatheredWith(work, out.interaction.id), findVisit(work, out.conversation.id)])
  if (gathered.length === 0 || !visit) return out
  const ids = gathered.map(({ interaction_id }) => interaction_id)
  const said = await cases.spoken(work, [out.case.id], ids)
  const others = ids.filter((id) => id !== out.interaction.id)
  const attachments = (await Promise.all(others.map((id) => cases.outgoing(work, id)))).flatMap((each) => each?.attachments ?? [])
  const page = url === '' ? null : `${url}${await pageFor(work, out, visit)}`
  const text = byMailText({ language: visit.language, answers: ids.map((id) => said.get(id)?.text ?? ''), page })
  return { ...out, interaction: { ...out.interaction, text, html: null }, attachments: [...attachments, ...out.attachments] }
}

// For this request alone: the address was only said, and may be anybody's. Of the record the visitor was given, whomever the case was said to be
// about since: acting through the link proves the address to be that record's.
async function pageFor(work: Work, out: Outgoing, { customer_id: customer }: VisitRow): Promise<string> {
  const brand = out.case.brand as BrandId // a foreign key says so
  const mailed_to = out.interaction.recipients.to[0]?.address ?? null
  return (await portal.linkFor(work, { scope: 'case', customer, case: out.case.id, brand, made_for: 'chat', mailed_to })).path
}
