import * as brands from '#brands'
import { audit } from '#access'
import { overtaken } from '#base/overtaken'
import { notFound } from '#base/refusal'
import { refuse, system, type Work } from '#base/work'
import { widgetChanged, type Widget, type WidgetEdit, type WidgetId } from '../contract.ts'
import { withGiven } from './add.ts'
import { needWidget, settingsOf, show, type Site } from './show.ts'
import { closeWidget, findWidget, updateWidget } from './store/widget.ts'

export const editWidget =
  (site: Site) =>
  async (work: Work, { id, version, paused, ...given }: WidgetEdit): Promise<Widget> => {
    const row = await needWidget(work, id, 'channel.manage')
    const settings = withGiven(settingsOf(row), given)
    const paused_at = paused === undefined ? row.paused_at : paused ? (row.paused_at ?? work.now) : null
    const touched = await updateWidget(work, { id, version, settings, paused_at })
    const [now] = await show(work, site, [(await findWidget(work, id))!])
    if (touched === 0) throw overtaken(now, version)
    const changed = Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [field]))
    await audit(work, 'widget.changed', { about: id, details: { fields: changed, ...(paused === undefined ? {} : { paused }) } })
    work.publish(widgetChanged, { widget: id, key: row.key, entry_point: row.entry_point_id })
    return now!
  }

// Its key opens nothing from now on; conversations under way are answered by mail.
export async function removeWidget(work: Work, { id }: { id: WidgetId }): Promise<object> {
  const row = await needWidget(work, id, 'channel.manage')
  if ((await closeWidget(work, id)) === 0) throw refuse(notFound, {})
  const door = await brands.entryPoint(work, row.entry_point_id)
  if (door && !door.closed_at) await brands.closeEntryPoint({ ...work, actor: system('widgets') }, { id: door.id })
  await audit(work, 'widget.closed', { about: id })
  work.publish(widgetChanged, { widget: id, key: row.key, entry_point: row.entry_point_id })
  return {}
}
