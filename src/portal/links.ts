// Links as staff handle them beside a case: which there are, one more, one less.
import * as cases from '#cases'
import { audit } from '#access'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId } from '#cases/contract'
import { pageLinkRevoked, type Link, type LinkId } from './contract.ts'
import { linkFor } from './link-for.ts'
import { findLink, linksOfCase, recordRevocation, type LinkRow } from './store/link.ts'

export async function listLinks(work: Work, { case: id }: { case: CaseId }): Promise<{ items: Link[] }> {
  const found = await cases.needCase(work, id, 'case.read')
  const rows = await linksOfCase(work, { case: id, customer: found.customer_id, brand: found.brand_id })
  return { items: rows.map(shown) }
}

// To be read out or shown at a counter: it opens the one case, whoever comes to hold it.
export async function makeLink(work: Work, { case: id }: { case: CaseId }) {
  const found = await cases.needCase(work, id, 'case.reply')
  const brand = found.brand_id as BrandId // a foreign key says so
  const made = await linkFor(work, { scope: 'case', customer: found.customer_id, case: id, brand, made_for: 'desk' })
  await audit(work, 'page_link.made', { about: id, details: { link: made.id } })
  return { id: made.id, path: made.path, expires_at: made.expires_at.toString(), scope: 'case' as const }
}

export async function revokeLink(work: Work, { case: id, id: link }: { case: CaseId; id: LinkId }): Promise<object> {
  const found = await cases.needCase(work, id, 'case.reply')
  const row = await findLink(work, link)
  if (!row || !isOf(row, found)) throw refuse(notFound, {})
  if ((await recordRevocation(work, link, actorId(work.actor))) > 0) {
    await audit(work, 'page_link.revoked', { about: id, details: { link } })
    work.publish(pageLinkRevoked, { link_id: link, case_id: id }, { case_id: id })
  }
  return {}
}

type Of = { id: CaseId; customer_id: string | null; brand_id: string }
const isOf = (row: LinkRow, { id, customer_id, brand_id }: Of): boolean =>
  row.scope === 'case' ? row.case_id === id : row.customer_id === customer_id && row.brand_id === brand_id

const shown = (row: LinkRow): Link => ({
  id: row.id, scope: row.scope, made_for: row.made_for, made_at: row.made_at.toString(), expires_at: row.expires_at.toString(),
  opened_at: row.opened_at?.toString() ?? null, confirmed_at: row.confirmed_at?.toString() ?? null, revoked_at: row.revoked_at?.toString() ?? null,
}) // prettier-ignore
