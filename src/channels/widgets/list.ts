import { allow, scopesFor } from '#access'
import type { Work } from '#base/work'
import type { Widget, WidgetId } from '../contract.ts'
import { needWidget, show, type Site } from './show.ts'
import { listWidgets as findAll } from './store/widget.ts'

type Asked = { cursor?: string | undefined; limit: number; brand?: string | undefined }

export const listWidgets =
  (site: Site) =>
  async (work: Work, { cursor, limit, brand }: Asked): Promise<{ items: Widget[]; next: string | null }> => {
    allow(work, 'channel.read')
    const scopes = scopesFor(work.actor, 'channel.read')
    const readable = scopes.some(({ brands }) => brands === null) ? null : scopes.flatMap(({ brands }) => brands ?? [])
    const rows = await findAll(work, { cursor, most: limit + 1, brand, brands: readable })
    const items = await show(work, site, rows.slice(0, limit))
    return { items, next: rows.length > limit ? items.at(-1)!.id : null }
  }

export const getWidget =
  (site: Site) =>
  async (work: Work, { id }: { id: WidgetId }): Promise<Widget> => {
    const row = await needWidget(work, id, 'channel.read')
    return (await show(work, site, [row]))[0]!
  }
