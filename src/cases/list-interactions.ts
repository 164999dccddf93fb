// What was said in a case, page by page, the latest first: a case shows its end, this goes back to its beginning.
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { MOST_SHOWN_BYTES, type CaseId, type ConversationId, type Interaction, type InteractionId } from './contract.ts'
import { familyOf } from './family.ts'
import { needCase } from './need.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { findInteraction, countInteractions } from './store/interaction.ts'
import { showInteraction, withAttachments } from './view.ts'

type Wanted = { id: CaseId; before?: InteractionId | undefined; cursor?: string | undefined; limit: number }
type Page = { items: (Interaction & { conversation_id: ConversationId })[]; next: string | null }

export async function listInteractions(work: Work, { id, before, cursor, limit }: Wanted): Promise<Page> {
  await needCase(work, id, 'case.read')
  const dossier = await familyOf(work, id)
  const from = readCursor(cursor) ?? (before && (await placeOf(work, dossier, before)))
  const [found, files] = await withAttachments(work, dossier, { most: limit, bytes: MOST_SHOWN_BYTES, before: from })
  const people = await staff.find(
    work,
    found.flatMap((each) => each.author_id ?? []),
  )
  const items = found.map((each) => ({
    ...showInteraction(
      each,
      files.filter((file) => file.interaction_id === each.id),
      { people },
    ),
    conversation_id: each.conversation_id,
  }))
  const last = found.at(-1)
  const { n } = last ? await countInteractions(work, dossier, { at: last.at.toString(), id: last.id }) : { n: 0 }
  return { items, next: last && n > 0 ? writeCursor(last.at, last.id) : null }
}

async function placeOf(work: Work, dossier: readonly CaseId[], before: InteractionId): Promise<{ at: string; id: string }> {
  const found = await findInteraction(work, before)
  if (!found || !dossier.includes(found.case_id)) throw refuse(notFound, {})
  return { at: found.at.toString(), id: before }
}
