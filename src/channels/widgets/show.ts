// A widget as the desk sees it.
import * as brands from '#brands'
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { usualSettings, type Widget, type WidgetId, type WidgetSettings } from '../contract.ts'
import { countLiveKeys } from './store/identity-key.ts'
import { findWidget, type WidgetRow } from './store/widget.ts'

/** Where this server is reached: the start of every address in a snippet. */
export type Site = { url: string }

export const settingsOf = ({ settings }: WidgetRow): WidgetSettings => ({ ...usualSettings, ...settings })

export async function show(work: Work, site: Site, rows: readonly WidgetRow[]): Promise<Widget[]> {
  const [keys, shown] = await Promise.all([
    countLiveKeys(work, rows.map(({ id }) => id)), // prettier-ignore
    Promise.all(rows.map(async (row) => ({ row, brand: await brands.brand(work, row.brand_id), door: await brands.entryPoint(work, row.entry_point_id) }))), // prettier-ignore
  ])
  const live = new Map(keys.map(({ widget_id, count }) => [widget_id, count]))
  return shown.map(({ row, brand, door }) => ({
    ...settingsOf(row),
    id: row.id,
    key: row.key,
    name: door!.name, // foreign keys hold both
    entry_point: row.entry_point_id,
    brand: { id: row.brand_id, name: brand!.name, colour: brand!.colour },
    paused_at: row.paused_at?.toString() ?? null,
    live_keys: live.get(row.id) ?? 0,
    snippet: snippet(site, row.key),
    try_url: `${site.url}/widget/try/${row.key}`,
    made_at: row.made_at.toString(),
    version: row.version,
  }))
}

const snippet = ({ url }: Site, key: string): string => `<script async src="${url}/widget.js" data-widget="${key}"></script>`

/** The widget, when it is the actor's; a widget of another brand answers as one that does not exist. */
export async function needWidget(work: Work, id: WidgetId, permission: Permission): Promise<WidgetRow> {
  const row = await findWidget(work, id)
  if (!row || row.closed_at || !can(work.actor, 'channel.read', { brand: row.brand_id })) throw refuse(notFound, {})
  allow(work, permission, { brand: row.brand_id })
  return row
}
