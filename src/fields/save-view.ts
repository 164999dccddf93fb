import { allow, audit } from '#access'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import {
  MOST_VIEWS, tooManyViews, viewNameTaken, viewNeedsPerson, viewsChanged, type NewView, type View, type ViewId,
} from './contract.ts' // prettier-ignore
import { needFilter } from './need-known.ts'
import { testsOf } from './tests-of.ts'
import { meOf, showViews } from './show-view.ts'
import { findView, insertView, nameIsTaken, viewsFor } from './store/view.ts'

export async function saveView(work: Work, given: NewView): Promise<View> {
  const owner = meOf(work)
  if (given.shared) allow(work, 'view.share')
  else if (!owner) throw refuse(viewNeedsPerson, {})
  await testsOf(work, given)
  await needFilter(work, given.filter)
  const id: ViewId = newId<'view'>(work.now)
  const named = { id, name: given.name, owner, shared: given.shared }
  if ((await nameIsTaken(work, named)).taken) throw refuse(viewNameTaken, {})
  if ((await viewsFor(work, owner, MOST_VIEWS + 1)).length >= MOST_VIEWS) throw refuse(tooManyViews, { most: MOST_VIEWS })
  if ((await insertView(work, { ...given, id, owner, by: actorId(work.actor) })) === 0) throw refuse(viewNameTaken, {}) // somebody was faster
  if (given.shared) await audit(work, 'view.shared', { about: id, details: { name: given.name } })
  work.publish(viewsChanged, { shared: given.shared })
  return (await showViews(work, [(await findView(work, id))!]))[0]!
}
