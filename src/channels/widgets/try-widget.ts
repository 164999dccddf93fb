// What our own page for trying a widget needs to know of it. Open to whoever holds its key, which every visitor of the site does.
import { readToken, withRefusalsAudited } from '#access'
import type { TenantId } from '#base/contract'
import { refuse, type Open } from '#base/work'
import type { Brand } from '#brands/contract'
import { widgetClosed, widgetUnknown } from '../contract.ts'
import { loadWidget } from './known-widgets.ts'

export type Tried = { key: string; brand: Pick<Brand, 'name' | 'colour' | 'language'>; paused: boolean; sites: number }

export async function tryWidget(open: Open, { key, address }: { key: string; address: string }): Promise<Tried> {
  const tenant = readToken(key, 'wd_')?.tenant
  const look = async (): Promise<Tried> => {
    const known = await loadWidget(open, key)
    if (!known) throw refuse(widgetUnknown, {})
    if (known.row.closed_at || known.door.closed_at) throw refuse(widgetClosed, {})
    return { key, brand: known.brand, paused: known.row.paused_at !== null, sites: known.settings.origins.length }
  }
  return tenant === undefined ? await look() : await audited(open, { tenant, address }, look)
}

const audited = (open: Open, from: { tenant: TenantId; address: string }, look: () => Promise<Tried>): Promise<Tried> =>
  withRefusalsAudited(open, { ...from, door: 'widget' }, look)
