import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { Calendar, CalendarId, Region } from './contract.ts'
import { holidaysOf, type Holiday } from './rules/holidays.ts'
import { isOpen, nextClosing, nextOpening } from './rules/working-time.ts'
import * as store from './store.ts'

// For rooms above: also one that was put away, since what uses it keeps it.
export const calendar = (work: Work, id: CalendarId): Promise<Calendar | undefined> => store.findCalendar(work, id)

// May it be given to something new? Held until the commit.
export const isKept = async (work: Work, id: CalendarId): Promise<boolean> => (await store.isKept(work, id)) !== undefined

type Asked = { cursor?: string | undefined; limit: number }
export async function listCalendars(work: Work, { cursor, limit }: Asked): Promise<{ items: Calendar[]; next: string | null }> {
  allow(work, 'calendar.read')
  const rows = await store.listCalendars(work, { cursor, most: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

type Opening = { open: boolean; changes_at: string | null }
export async function getOpening(work: Work, { id, at }: { id: CalendarId; at?: string | undefined }): Promise<Opening> {
  allow(work, 'calendar.read')
  const hours = await store.findCalendar(work, id)
  if (!hours) throw refuse(notFound, {})
  const instant = at ? Temporal.Instant.from(at) : work.now
  const open = isOpen(hours, instant)
  const change = open ? nextClosing(hours, instant) : nextOpening(hours, instant)
  return { open, changes_at: 'at' in change ? String(change.at) : null }
}

export async function listHolidays(
  work: Work,
  { region, year }: { region: Region; year: number },
): Promise<{ items: Holiday[] }> {
  allow(work, 'calendar.read')
  return { items: await Promise.resolve(holidaysOf(region, year)) }
}
