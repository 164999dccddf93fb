// What came, as somebody writes it down: how many in each interval, and what is known of the calendar it came in.
import { z } from 'zod'

export const MOST_SERIES = 500
export const MOST_INTERVALS = 400_000
export const MOST_WAITS = 500_000

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const parses = (read: (written: string) => unknown) => (written: string) => {
  try {
    read(written)
    return true
  } catch {
    return false
  }
}

export const instant = (what: string) =>
  z
    .string()
    .max(60)
    .refine(
      (written) => /^\d{4}/.test(written) && parses((text) => Temporal.Instant.from(text))(written),
      'write an instant such as "2026-03-02T08:00:00Z" or "2026-03-02T09:00:00+01:00"',
    )
    .describe(`${what}: an instant, such as "2026-03-02T08:00:00Z" or "2026-03-02T09:00:00+01:00"`)
export const day = (what: string) =>
  z
    .string()
    .max(30)
    .refine(
      (written) => /^\d{4}-\d\d-\d\d$/.test(written) && parses((date) => Temporal.PlainDate.from(date))(written),
      'write a day such as "2026-03-02"',
    )
    .describe(`${what}: a local day, such as "2026-03-02"`)
/** An instant, or a time of the zone's own clocks (“2026-03-02T08:00”). */
const moment = (what: string) =>
  z
    .string()
    .max(60)
    .refine(
      (written) =>
        /^\d{4}/.test(written) && // beyond years of four digits lie moments that no zone can tell
        (parses((text) => Temporal.Instant.from(text))(written) || parses((text) => Temporal.PlainDateTime.from(text))(written)),
      'write a moment such as "2026-03-02T08:00:00Z", or "2026-03-02T09:00" by the clocks of the zone',
    )
    .describe(`${what}: an instant ("2026-03-02T08:00:00Z"), or a time of the zone's own clocks ("2026-03-02T09:00")`)
export const zone = z
  .string()
  .max(60)
  .refine(
    parses((id) => new Intl.DateTimeFormat('en', { timeZone: id })),
    'write an IANA time zone such as "Europe/Paris"',
  )
const name = (what: string) => z.string().trim().min(1).max(120).describe(what)
const count = z.number().min(0).max(1e9)
const mean = (what: string) => z.array(z.number().min(0).max(1e7).nullable()).max(MOST_INTERVALS).describe(what)

const rowShape = z
  .strictObject({
    at: moment('When the interval begins, or any moment within it. Several rows of one interval are added up'),
    n: count.nullable().default(1).describe('How many came; null: not known (a gap, not zero); without it one'),
    handled_s: z.number().min(0).max(1e7).optional().describe('Mean handling time of these, in seconds'),
  })
  .meta({ id: 'row' })

export const seriesFileShape = z
  .strictObject({
    path: z.string().min(1).max(1_000).describe('A CSV file with a heading line, its path seen from this file’s own folder'),
    separator: z.string().length(1).default(',').describe('What stands between two columns'),
    at: z
      .string()
      .min(1)
      .max(200)
      .describe('Heading of the column that says when: a moment, or a time of day beside a column of days'),
    date: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Heading of the column that says the day, where `at` is only a time of day'),
    n: z.string().min(1).max(200).optional().describe('Heading of the column of counts; without it each row is one contact'),
    handled_s: z.string().min(1).max(200).optional().describe('Heading of the column of (mean) handling time, in seconds'),
    waited_s: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Heading of the column of how long a contact waited, in seconds (one contact a row)'),
    gave_up: z
      .strictObject({ column: z.string().min(1).max(200), values: z.array(z.string().max(200)).min(1).max(50) })
      .optional()
      .describe('Which values of which column mean that somebody gave up waiting'),
    only: z
      .strictObject({ column: z.string().min(1).max(200), values: z.array(z.string().max(200)).min(1).max(50) })
      .optional()
      .describe('Only rows with these values in this column'),
  })
  .meta({ id: 'series_file' })
export type SeriesFile = z.infer<typeof seriesFileShape>

export const seriesShape = z
  .strictObject({
    name: name('Name of the series, such as a queue and a channel'),
    from: instant('With `values`: when the first interval begins').optional(),
    values: z
      .array(count.nullable())
      .max(MOST_INTERVALS)
      .optional()
      .describe(
        'How many came in each interval from `from` on, one after the other (a day of 23 hours has fewer). null is a gap: not known, which is not zero',
      ),
    rows: z.array(rowShape).max(MOST_INTERVALS).optional().describe('Or rows, in any order, with their moment'),
    file: seriesFileShape.optional().describe('Or a CSV file (command line only)'),
    missing: z
      .enum(['auto', 'zero', 'gap'])
      .default('auto')
      .describe(
        'For rows and files: what an interval without a row is. "zero": nobody came; "gap": not known. "auto": zero, but a whole day without a row where so many usually come that chance does not explain it is a gap (a holiday, a failure)',
      ),
    handling_s: mean(
      'Mean handling time in each interval, in seconds, beside `values`; null where nobody was handled',
    ).optional(),
    waits: z
      .array(
        z.strictObject({
          waited_s: z.number().min(0).max(1e7).describe('How long one contact waited, in seconds'),
          gave_up: z.boolean().describe('true: it gave up; false: it was answered, and might have waited longer'),
        }),
      )
      .max(MOST_WAITS)
      .optional()
      .describe('Single waits, for the patience'),
  })
  .meta({ id: 'series' })
export type Series = z.infer<typeof seriesShape>

const range = z.tuple([
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "08:30"'),
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day such as "18:00" or "24:00"'),
])
export const openingShape = z
  .partialRecord(z.enum(weekdays), z.array(range).max(12))
  .describe(
    'When it is open, by weekday: {"mon": [["08:00", "12:00"], ["13:00", "18:00"]]}. A weekday not named is closed. Without an opening every interval counts as open',
  )

export const holidayShape = z
  .strictObject({
    date: day('The day'),
    name: name('Its name. The same name in other years teaches what it does'),
    closed: z.boolean().default(true).describe('true: nobody can come; false: open, but not a usual day'),
  })
  .meta({ id: 'holiday' })

export const eventShape = z
  .strictObject({
    name: name('What it is, such as "invoice run" or "spring campaign". Past ones of the same name teach what the next will do'),
    from: moment('When its effect begins'),
    to: moment('When its effect has ended'),
    effect: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe(
        'How many times as many as usual come: 1.3 is 30 % more. Stated by a person; without it, learnt from past ones of that name',
      ),
    series: z.array(z.string().max(120)).max(MOST_SERIES).optional().describe('Only these series; without it all'),
  })
  .meta({ id: 'event' })

export const setAsideShape = z
  .strictObject({
    series: z.string().max(120).optional().describe('Of this series; without it of all'),
    from: moment('From here'),
    to: moment('To here, what was seen is not believed'),
    why: z.string().max(500).default('').describe('Why somebody decided so'),
  })
  .meta({ id: 'set_aside' })
