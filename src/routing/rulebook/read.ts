// What is in force and what is drafted, the history, and one version.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import {
  rulebookUnknown, type RulebookBrief, type RulebookDraft, type RulebookVersion, type RulebookVersionId,
} from '../contract/rulebook-endpoints.ts' // prettier-ignore
import { rulebookShape } from '../contract/rulebook.ts'
import { currentRulebook, rulebookOf } from './current.ts'
import { namesOf, showBriefs } from './show.ts'
import * as store from './store.ts'

export async function readRulebook(work: Work): Promise<{ current: RulebookVersion | null; draft: RulebookDraft | null }> {
  allow(work, 'routing.read')
  const current = await currentRulebook(work)
  return { current: current && (await showVersion(work, current.id)), draft: await draft(work) }
}

export async function readVersion(work: Work, { id }: { id: RulebookVersionId }): Promise<RulebookVersion> {
  allow(work, 'routing.read')
  return await showVersion(work, id)
}

export async function showVersion(work: Work, id: RulebookVersionId): Promise<RulebookVersion> {
  const row = await store.findVersion(work, id)
  if (!row) throw refuse(rulebookUnknown, {})
  const [brief] = await showBriefs(work, [row])
  return { ...brief!, document: (await rulebookOf(work, id)).document }
}

export async function draft(work: Work): Promise<RulebookDraft | null> {
  const row = await store.findDraft(work)
  if (!row) return null
  const named = await namesOf(work, [row.edited_by])
  return {
    document: rulebookShape.parse(row.document),
    based_on: row.based_on && row.number ? { id: row.based_on, number: row.number } : null,
    edited_at: String(row.edited_at),
    edited_by: named(row.edited_by),
    version: row.version,
  }
}

type Asked = { cursor?: number | undefined; limit: number }
export async function listVersions(
  work: Work,
  { cursor, limit }: Asked,
): Promise<{ items: RulebookBrief[]; next: string | null }> {
  allow(work, 'routing.read')
  const rows = await store.listVersions(work, { before: cursor, most: limit + 1 })
  const items = await showBriefs(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? String(items.at(-1)!.number) : null }
}
