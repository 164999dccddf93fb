// What is known of a widget, kept for a few seconds so that a thousand visitors cost no more than one, and forgotten at once when something of
// it changes anywhere in the house.
import * as brands from '#brands'
import * as calendars from '#calendars'
import { readToken } from '#access'
import type { TenantId } from '#base/contract'
import type { Event } from '#base/journal'
import { inWork, system, type Open, type Work } from '#base/work'
import type { Brand, EntryPoint } from '#brands/contract'
import type { Calendar } from '#calendars/contract'
import type { WidgetSettings } from '../contract.ts'
import { settingsOf } from './show.ts'
import { findByKey, type WidgetRow } from './store/widget.ts'

export type Known = {
  tenant: TenantId
  row: WidgetRow
  settings: WidgetSettings
  brand: Brand
  door: EntryPoint
  hours: Calendar | null // null: always open
}
export type KnownWidgets = {
  find(key: string): Promise<Known | undefined>
  hear(events: readonly Event[]): void
  onChange(listener: Listener): () => void
}
type Listener = (entry_points: ReadonlySet<string>) => void
type Remembered = { until: number; found: Promise<Known | undefined>; entry_point?: string }

const KEPT_SECONDS = 5
const MOST_KEPT = 5_000
const MAY_CHANGE_A_WIDGET =
  /^(widget\.changed|brands\.(brand_changed|entry_point_changed|entry_point_closed)|calendars\.calendar_changed)$/

export function knowWidgets(open: Open): KnownWidgets {
  const remembered = new Map<string, Remembered>()
  const listeners = new Set<Listener>()
  const look = (key: string): Remembered => {
    const found = loadWidget(open, key)
    const fresh: Remembered = { until: open.clock.now().add({ seconds: KEPT_SECONDS }).epochMilliseconds, found }
    remembered.delete(key)
    remembered.set(key, fresh)
    if (remembered.size > MOST_KEPT) remembered.delete(remembered.keys().next().value!) // it is not empty
    found.then(
      (known) => void (known && (fresh.entry_point = known.door.id)),
      () => remembered.delete(key), // what could not be asked is asked again
    )
    return fresh
  }
  return {
    find: (key) => {
      const before = remembered.get(key)
      return (before && before.until > open.clock.now().epochMilliseconds ? before : look(key)).found
    },
    hear: (events) => {
      const tenants = new Set(events.flatMap(({ name, tenant_id }) => (MAY_CHANGE_A_WIDGET.test(name) ? [tenant_id] : [])))
      if (tenants.size === 0) return
      const doors = new Set<string>()
      for (const [key, { entry_point }] of remembered) {
        if (!tenants.has(readToken(key, 'wd_')?.tenant as TenantId)) continue
        remembered.delete(key)
        if (entry_point) doors.add(entry_point)
      }
      if (doors.size > 0) for (const listener of listeners) listener(doors)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export async function loadWidget(open: Open, key: string): Promise<Known | undefined> {
  const token = readToken(key, 'wd_')
  if (!token) return undefined
  return await inWork(open, { tenant: token.tenant, actor: system('widgets') }, (work) => loadWithin(work, key))
}

async function loadWithin(work: Work, key: string): Promise<Known | undefined> {
  const row = await findByKey(work, key)
  if (!row) return undefined
  const [brand, door] = await Promise.all([brands.brand(work, row.brand_id), brands.entryPoint(work, row.entry_point_id)])
  if (!brand || !door) return undefined
  const hours = door.calendar_id ? ((await calendars.calendar(work, door.calendar_id)) ?? null) : null
  return { tenant: work.tenant, row, settings: settingsOf(row), brand, door, hours }
}
