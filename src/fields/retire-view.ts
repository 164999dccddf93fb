import { audit } from '#access'
import { refuse, type Work } from '#base/work'
import { viewNotYours, viewsChanged, viewUnknown, type ViewId } from './contract.ts'
import { mayEdit, meOf } from './show-view.ts'
import { lockView, putInOrder, retireView as recordRetired, viewsFor } from './store/view.ts'

export async function retireView(work: Work, { id }: { id: ViewId }): Promise<object> {
  const view = await lockView(work, id)
  if (!view || (!view.shared && view.owner_id !== meOf(work))) throw refuse(viewUnknown, {})
  if (!mayEdit(work, view)) throw refuse(viewNotYours, {})
  await recordRetired(work, id)
  if (view.shared) await audit(work, 'view.retired', { about: id, details: { name: view.name } })
  work.publish(viewsChanged, { shared: view.shared })
  return {}
}

/** Those I may change are put in the order given; the others stay where they are. */
export async function orderViews(work: Work, { views }: { views: ViewId[] }): Promise<object> {
  const mine = (await viewsFor(work, meOf(work), 200)).filter((row) => mayEdit(work, row)).map(({ id }) => id)
  await putInOrder(work, views.filter((id) => mine.includes(id))) // prettier-ignore
  work.publish(viewsChanged, { shared: false })
  return {}
}
