// What a piece of a sentence can say about time. Pure.
export type Here = { now: Temporal.Instant; zone: string }

// A moment on the clock, a day (whose end is the door's business), or so many of the door's working days.
export type When =
  | { kind: 'moment'; at: Temporal.Instant }
  | { kind: 'day'; day: Temporal.PlainDate }
  | { kind: 'working_days'; count: number }

export type Groups = Record<string, string | undefined>
export type Day = {
  pattern: RegExp
  read: (groups: Groups, today: Temporal.PlainDate) => Temporal.PlainDate | null
  whole?: true
} // whole: already the end of something, so that "before" it takes nothing off
export type Hour = { pattern: RegExp; read: (groups: Groups) => number | null } // minutes after midnight, 1440 at most
export type Span = { pattern: RegExp; read: (groups: Groups, here: Here) => When | null }

// The words of a language. All patterns are matched at one place of a text that was folded (see fold), and must be sticky.
export type Tongue = {
  days: readonly Day[]
  hours: readonly Hour[]
  spans: readonly Span[]
  before: RegExp // "before Thursday" ends with Wednesday
  towards: RegExp // what may stand before a day or an hour: "by", "on"
  article: RegExp
  between: RegExp // what may stand between a day and its hour
  notAfter: RegExp // words that make what follows no deadline: "until", "since", "of"
}

export const NOON = 12 * 60
export const AFTERNOON_ENDS = 18 * 60
export const EVENING_ENDS = 20 * 60
export const MIDNIGHT = 24 * 60

/** Lower case, without accents, straight apostrophes, plain spaces and hyphens; as long as the text, unit for unit, so that places in one are places in the other. */
export const fold = (text: string): string => Array.from({ length: text.length }, (_, i) => foldUnit(text[i]!)).join('')

function foldUnit(unit: string): string {
  if (/[\u2018\u2019\u02BC]/.test(unit)) return "'"
  if (/[\u00A0\u202F\u2009\t]/.test(unit)) return ' '
  if (/[\u2010\u2011\u2013]/.test(unit)) return '-'
  const plain = unit.normalize('NFD').toLowerCase()[0]!
  return plain.length === 1 ? plain : unit
}

/** The next such weekday after today (ISO 8601: Monday is 1); said on the day itself, it is the one in a week. */
export const nextWeekday = (today: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  today.add({ days: (weekday - today.dayOfWeek + 6) % 7 + 1 }) // prettier-ignore

/** That weekday of the week so many weeks from this one. */
export const weekdayOfWeek = (today: Temporal.PlainDate, weekday: number, weeks: number): Temporal.PlainDate =>
  today.add({ days: weekday - today.dayOfWeek + 7 * weeks })

/** The last day of work of this week, today at the earliest. Friday: what a week ends with where nobody says otherwise. */
export const endOfWeek = (today: Temporal.PlainDate, weeks = 0): Temporal.PlainDate => {
  const friday = weekdayOfWeek(today, 5, weeks)
  return Temporal.PlainDate.compare(friday, today) < 0 ? today : friday
}
export const endOfMonth = (today: Temporal.PlainDate): Temporal.PlainDate => today.with({ day: today.daysInMonth })

type Numbers = { day: number; month?: number | undefined; year?: number | undefined; weekday?: number | undefined }

/** The first day from today on that has these numbers; null when there is none within two years, or its weekday is another one. */
export function dateOf(today: Temporal.PlainDate, { day, month, year, weekday }: Numbers): Temporal.PlainDate | null {
  const first = today.with({ day: 1 })
  for (let ahead = 0; ahead <= 24; ahead++) {
    const of = first.add({ months: ahead })
    if (day < 1 || day > of.daysInMonth || (month && of.month !== month) || (year && of.year !== year)) continue
    const found = of.with({ day })
    if (Temporal.PlainDate.compare(found, today) < 0) continue
    return !weekday || found.dayOfWeek === weekday ? found : null
  }
  return null
}

export const fullYear = (year: string | undefined): number | undefined =>
  year ? (year.length === 2 ? 2000 + Number(year) : Number(year)) : undefined

/** Hours go by on the clock, days and longer on the calendar of the place. */
export function spanOf(
  count: number,
  unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'working_day',
  { now, zone }: Here,
): When | null {
  if (!(count > 0 && count <= 400)) return null
  if (unit === 'working_day') return { kind: 'working_days', count: Math.ceil(count) }
  if (unit === 'minute' || unit === 'hour')
    return { kind: 'moment', at: now.add({ minutes: Math.round(count * (unit === 'hour' ? 60 : 1)) }) }
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return {
    kind: 'day',
    day: today.add(
      unit === 'day' ? { days: Math.ceil(count) } : unit === 'week' ? { weeks: Math.ceil(count) } : { months: Math.ceil(count) },
    ),
  }
}

export const minutesOf = (hour: number, minute: number): number | null =>
  hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 && hour * 60 + minute <= MIDNIGHT ? hour * 60 + minute : null
