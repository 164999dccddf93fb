import type { Work } from '#base/work'
import { MOST_VIEWS, viewUnknown, type View, type ViewId } from './contract.ts'
import { refuse } from '#base/work'
import { meOf, showViews } from './show-view.ts'
import { findView, viewsFor, type ViewRow } from './store/view.ts'

export async function listViews(work: Work): Promise<{ items: View[] }> {
  return { items: await showViews(work, await viewsFor(work, meOf(work), MOST_VIEWS * 2)) }
}

/** One I may see: mine, or everybody's. */
export async function needView(work: Work, id: ViewId): Promise<ViewRow> {
  const found = await findView(work, id)
  if (!found || (!found.shared && found.owner_id !== meOf(work))) throw refuse(viewUnknown, {})
  return found
}
