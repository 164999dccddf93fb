import { allow, audit } from '#access'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { viewNameTaken, viewNeedsPerson, viewNotYours, viewsChanged, viewUnknown, type View, type ViewEdit } from './contract.ts'
import { needFilter } from './need-known.ts'
import { mayEdit, meOf, showViews } from './show-view.ts'
import { findView, lockView, nameIsTaken, updateView, type ViewRow } from './store/view.ts'
import { testsOf } from './tests-of.ts'

export async function changeView(work: Work, { id, version, ...given }: ViewEdit): Promise<View> {
  const before = await lockView(work, id)
  if (!before || (!before.shared && before.owner_id !== meOf(work))) throw refuse(viewUnknown, {})
  if (!mayEdit(work, before)) throw refuse(viewNotYours, {})
  const [current] = await showViews(work, [before])
  if (before.version !== version) throw refuse(stale, { current, given_version: version, current_version: before.version })
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<ViewRow> // undefined: not asked
  const after = { ...before, ...said }
  if (after.shared !== before.shared) allow(work, 'view.share')
  if (!after.shared && after.owner_id === null) throw refuse(viewNeedsPerson, {})
  await testsOf(work, after)
  await needFilter(work, after.filter, before.filter)
  if ((await nameIsTaken(work, { ...after, owner: after.owner_id })).taken) throw refuse(viewNameTaken, {})
  await updateView(work, after)
  if (after.shared || before.shared)
    await audit(work, 'view.changed', { about: id, details: { name: after.name, shared: after.shared } })
  work.publish(viewsChanged, { shared: after.shared || before.shared })
  return (await showViews(work, [(await findView(work, id))!]))[0]!
}
