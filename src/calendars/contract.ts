// The window of calendars: opening hours, days unlike the others, public holidays.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type CalendarId = Id<'calendar'>

// Where public holidays differ. ISO 3166-1 codes; FR-AM is ours for the three departments of Alsace and Moselle.
export const regions = {
  FR: { fr: 'France métropolitaine', en: 'Mainland France' },
  'FR-AM': { fr: 'Alsace-Moselle', en: 'Alsace-Moselle' },
  GP: { fr: 'Guadeloupe', en: 'Guadeloupe' },
  MQ: { fr: 'Martinique', en: 'Martinique' },
  GF: { fr: 'Guyane', en: 'French Guiana' },
  RE: { fr: 'La Réunion', en: 'Réunion' },
  YT: { fr: 'Mayotte', en: 'Mayotte' },
  PM: { fr: 'Saint-Pierre-et-Miquelon', en: 'Saint Pierre and Miquelon' },
  BL: { fr: 'Saint-Barthélemy', en: 'Saint Barthélemy' },
  MF: { fr: 'Saint-Martin', en: 'Saint Martin' },
  NC: { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' },
  PF: { fr: 'Polynésie française', en: 'French Polynesia' },
  WF: { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' },
} as const
export type Region = keyof typeof regions
export const regionNames = Object.keys(regions) as [Region, ...Region[]] // the keys of a literal are its names

const isZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

// Minutes on the wall clock from the midnight that begins the day; past 1440 is after the next midnight. At most a day long.
const range = z
  .object({ opens_minute: z.number().int().min(0).max(1439), closes_minute: z.number().int().min(1).max(2879) })
  .refine(
    (r) => r.closes_minute > r.opens_minute && r.closes_minute <= r.opens_minute + 1440,
    'must close within a day after it opens',
  )
const weekly = z
  .object({
    weekday: z.number().int().min(1).max(7),
    opens_minute: z.number().int().min(0).max(1439),
    closes_minute: z.number().int().min(1).max(2879),
  })
  .refine(
    (r) => r.closes_minute > r.opens_minute && r.closes_minute <= r.opens_minute + 1440,
    'must close within a day after it opens',
  )
const exception = z.object({ day: z.iso.date(), name: z.string().trim().max(200).default(''), ranges: z.array(range).max(20) })

const distinct = <Item>(items: readonly Item[], key: (item: Item) => string): boolean =>
  new Set(items.map(key)).size === items.length
const hours = {
  name: z.string().trim().min(1).max(200),
  zone: z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Paris'),
  weekly: z
    .array(weekly)
    .max(140)
    .refine((ranges) => distinct(ranges, (r) => `${r.weekday} ${r.opens_minute}`), 'two ranges begin at the same minute'),
  exceptions: z
    .array(exception)
    .max(2_000)
    .refine((days) => distinct(days, (e) => e.day), 'a day is given twice')
    .refine(
      (days) => days.every((e) => distinct(e.ranges, (r) => String(r.opens_minute))),
      'two ranges begin at the same minute',
    ),
  holidays: z.enum(regionNames).nullable(),
  good_friday: z.boolean(),
}

export type Range = { opens_minute: number; closes_minute: number }
export type WeeklyRange = Range & { weekday: number } // ISO 8601: Monday is 1
export type Exception = { day: string; name: string; ranges: readonly Range[] }
export type Hours = {
  zone: string
  weekly: readonly WeeklyRange[]
  exceptions: readonly Exception[] // a day of its own: closed when it has no range; stronger than a public holiday
  holidays: Region | null
  good_friday: boolean // also closed on Good Friday, where the region does not say so by itself
}
export type Calendar = Hours & { id: CalendarId; name: string; version: number }

export const calendarShape = z.object({ id: id<'calendar'>(), ...hours, version: z.number().int() })
const newCalendar = z.object({
  ...hours, zone: hours.zone.default('Europe/Paris'), exceptions: hours.exceptions.default([]), holidays: hours.holidays.default('FR'),
  good_friday: hours.good_friday.default(false),
}) // prettier-ignore
export type NewCalendar = Pick<Calendar, 'name' | 'weekly'> & Partial<Hours>
const calendarEdit = z.object({
  id: id<'calendar'>(),
  version: z.coerce.number().int().positive(),
  ...z.object(hours).partial().shape,
})
export type CalendarEdit = { id: CalendarId; version: number } & { [Field in 'name' | keyof Hours]?: Calendar[Field] | undefined }

const page = { ...pageInput, cursor: z.uuid().optional() } // the last one shown
export const listCalendars = endpoint({
  method: 'GET', path: '/api/v1/calendars', permission: 'calendar.read', summary: 'Opening hours, oldest first',
  input: z.object(page), output: pageOf(calendarShape),
}) // prettier-ignore
export const addCalendar = endpoint({
  method: 'POST', path: '/api/v1/calendars', permission: 'calendar.manage', summary: 'Set opening hours',
  input: newCalendar, output: z.object({ id: id<'calendar'>(), version: z.number().int() }),
}) // prettier-ignore
export const editCalendar = endpoint({
  method: 'PATCH', path: '/api/v1/calendars/:id', permission: 'calendar.manage', summary: 'Change opening hours',
  input: calendarEdit, output: z.object({ version: z.number().int() }),
}) // prettier-ignore
export const closeCalendar = endpoint({
  method: 'DELETE', path: '/api/v1/calendars/:id', permission: 'calendar.manage', summary: 'Put a calendar away; what uses it keeps it',
  input: z.object({ id: id<'calendar'>() }), output: nothing,
}) // prettier-ignore
export const getOpening = endpoint({
  method: 'GET', path: '/api/v1/calendars/:id/opening', permission: 'calendar.read', summary: 'Open at an instant (now)? Since which change, until which?',
  input: z.object({ id: id<'calendar'>(), at: instant().optional() }),
  output: z.object({ open: z.boolean(), changes_at: instant().nullable() }), // null: not within five years
}) // prettier-ignore
export const listHolidays = endpoint({
  method: 'GET', path: '/api/v1/holidays', permission: 'calendar.read', summary: 'The public holidays of a region in a year',
  input: z.object({ region: z.enum(regionNames), year: z.coerce.number().int().min(2000).max(2199) }),
  output: z.object({ items: z.array(z.object({ day: z.iso.date(), fr: z.string(), en: z.string() })) }),
}) // prettier-ignore

export const calendarChanged = event(
  'calendars.calendar_changed',
  z.object({ calendar: id<'calendar'>(), version: z.number().int() }),
)

export const nameTaken = refusal('calendars.name_taken', 409, {
  fr: 'Un autre calendrier porte déjà ce nom. Choisissez-en un autre.',
  en: 'Another calendar already has this name. Choose another.',
})
export const refusals = [nameTaken]
