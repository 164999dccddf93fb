// How English says when. Dates with slashes are left alone: 3/4 is two days.
import {
  AFTERNOON_ENDS, dateOf, endOfMonth, endOfWeek, EVENING_ENDS, fullYear, MIDNIGHT, minutesOf, nextWeekday, NOON, spanOf, weekdayOfWeek,
  type Day, type Groups, type Hour, type Span, type Tongue,
} from './moment.ts' // prettier-ignore

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const NUMBERS: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20,
  thirty: 30, 'a couple of': 2, 'a few': 3, 'couple of': 2, few: 3,
} // prettier-ignore
const weekday = `(?<weekday>${WEEKDAYS.join('|')})`
const month = `(?<month>${MONTHS.join('|')}|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)`
const number = `(?<number>\\d{1,3}|${Object.keys(NUMBERS).toSorted((a, b) => b.length - a.length).join('|')})` // prettier-ignore

const weekdayNumber = (name: string | undefined): number => WEEKDAYS.indexOf(name ?? '') + 1
const monthNumber = (name: string | undefined): number =>
  MONTHS.findIndex((each) => each.startsWith((name ?? '').slice(0, 3))) + 1
const countOf = (said: string | undefined): number => NUMBERS[said ?? ''] ?? Number(said)
const dated = (g: Groups, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  dateOf(today, {
    day: Number(g['day']),
    month: monthNumber(g['month']),
    year: fullYear(g['year']),
    weekday: weekdayNumber(g['weekday']),
  })

const days: Day[] = [
  { pattern: /(?:the )?day after tomorrow\b/y, read: (_, today) => today.add({ days: 2 }) },
  { pattern: /tomorrow\b/y, read: (_, today) => today.add({ days: 1 }) },
  { pattern: /today\b/y, read: (_, today) => today },
  {
    pattern: new RegExp(
      `(?:${weekday},? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?:,? (?<year>20\\d\\d))?(?!\\w)`,
      'y',
    ),
    read: dated,
  },
  {
    pattern: new RegExp(
      `(?:${weekday},? )?${month} (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>20\\d\\d))?(?!\\w|:)`,
      'y',
    ),
    read: dated,
  },
  {
    pattern: new RegExp(`(?:${weekday},? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:floor|time|of|street|avenue))`, 'y'),
    read: (g, today) => dateOf(today, { day: Number(g['day']), weekday: weekdayNumber(g['weekday']) }),
  },
  {
    pattern: /(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b/y,
    read: (g, today) => dateOf(today, { day: Number(g['day']), month: Number(g['month']), year: Number(g['year']) }),
  },
  {
    pattern: new RegExp(`a week on ${weekday}\\b`, 'y'),
    read: (g, today) => nextWeekday(today, weekdayNumber(g['weekday'])).add({ weeks: 1 }),
  },
  { pattern: new RegExp(`next ${weekday}\\b`, 'y'), read: (g, today) => weekdayOfWeek(today, weekdayNumber(g['weekday']), 1) },
  {
    pattern: new RegExp(`this ${weekday}\\b`, 'y'),
    read: (g, today) =>
      today.dayOfWeek === weekdayNumber(g['weekday']) ? today : nextWeekday(today, weekdayNumber(g['weekday'])),
  },
  {
    pattern: new RegExp(`${weekday}\\b(?!,? (?:the )?\\d{1,2}(?:st|nd|rd|th))`, 'y'),
    read: (g, today) => nextWeekday(today, weekdayNumber(g['weekday'])),
  },
  {
    pattern: /(?:the )?end of next week\b|(?:the )?next week\b|early next week\b/y,
    read: (_, today) => endOfWeek(today, 1),
    whole: true,
  },
  {
    pattern: /(?:the )?end of (?:the|this) week\b|(?:the )?week's end\b|this week\b/y,
    read: (_, today) => endOfWeek(today),
    whole: true,
  },
  { pattern: /(?:the )?end of (?:the|this) month\b|month's end\b/y, read: (_, today) => endOfMonth(today), whole: true },
  {
    pattern: /(?:the )?end of (?:the )?(?:business )?day\b|close of business\b|cob\b|eod\b/y,
    read: (_, today) => today,
    whole: true,
  },
]

const clock = '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?'
// "At 3" means the afternoon: nobody is served at three in the morning.
const EARLIEST_HOUR = 7
function onClock(g: Groups): number | null {
  const [hour, minute, half] = [Number(g['hour']), Number(g['minute'] ?? 0), (g['half'] ?? '').replaceAll('.', '')]
  if (half === '') return minutesOf(g['bare'] !== undefined && hour > 0 && hour < EARLIEST_HOUR ? hour + 12 : hour, minute)
  return hour < 1 || hour > 12 ? null : minutesOf((hour % 12) + (half === 'pm' ? 12 : 0), minute)
}
const half = ' ?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?)(?!\\w)'
const at = '(?:before |at |by |around |about |no later than )?'
const hours: Hour[] = [
  { pattern: new RegExp(`between \\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)? and ${clock}${half}`, 'y'), read: onClock },
  { pattern: new RegExp(`${at}${clock}${half}`, 'y'), read: onClock },
  { pattern: new RegExp(`${at}(?<hour>\\d{1,2})(?<bare> ?o'clock)\\b`, 'y'), read: onClock },
  { pattern: new RegExp(`${at}(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?![\\d:])`, 'y'), read: onClock },
  {
    pattern: new RegExp(
      `(?:before|at|by|around|about) (?<hour>\\d{1,2})(?<bare>)\\b(?! ?(?:[%.:/-]|days?|hours?|minutes?|weeks?|months?|business|working|st|nd|rd|th|euros?|\\w+s\\b))`,
      'y',
    ),
    read: onClock,
  },
  { pattern: new RegExp(`${at}(?:noon|midday|lunchtime)\\b`, 'y'), read: () => NOON },
  { pattern: new RegExp(`${at}midnight\\b`, 'y'), read: () => MIDNIGHT },
  { pattern: /(?:in |during )?(?:the |this )?morning\b/y, read: () => NOON },
  { pattern: /(?:in |during )?(?:the |this )?afternoon\b/y, read: () => AFTERNOON_ENDS },
  { pattern: /(?:in |during )?(?:the |this )?evening\b|tonight\b/y, read: () => EVENING_ENDS },
  { pattern: /(?:by )?(?:the )?(?:end of (?:the )?(?:business )?day|close of business|cob|eod)\b/y, read: () => AFTERNOON_ENDS },
]

const UNITS: Record<string, 'hour' | 'day' | 'week'> = { h: 'hour', d: 'day', w: 'week' }
const unitOf = (said: string): 'minute' | 'hour' | 'day' | 'week' | 'month' =>
  said.startsWith('mo') ? 'month' : said.startsWith('m') ? 'minute' : UNITS[said[0]!]! // the pattern allows no other
const within = '(?:within|in(?: under| less than)?|inside)(?: the)?(?: next)?'
const spans: Span[] = [
  {
    pattern: new RegExp(`${within} (?:\\d{1,3} ?(?:to|-|or) ?)?${number} (?:business|working) days?\\b`, 'y'),
    read: (g, here) => spanOf(countOf(g['number']), 'working_day', here),
  },
  { pattern: new RegExp(`${within} half an hour\\b`, 'y'), read: (_, here) => spanOf(30, 'minute', here) },
  { pattern: new RegExp(`${within} an hour and a half\\b`, 'y'), read: (_, here) => spanOf(90, 'minute', here) },
  { pattern: /within the (?:next )?hour\b/y, read: (_, here) => spanOf(1, 'hour', here) },
  {
    pattern: /within the day\b/y,
    read: (_, { now, zone }) => ({ kind: 'day', day: now.toZonedDateTimeISO(zone).toPlainDate() }),
  },
  {
    pattern: new RegExp(
      `${within} (?:\\d{1,3} ?(?:hours?|days?)? ?(?:to|-|or) ?)?${number} ?(?<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?)\\b(?!')`,
      'y',
    ),
    read: (g, here) => spanOf(countOf(g['number']), unitOf(g['unit'] ?? ''), here),
  },
]

export const english: Tongue = {
  days,
  hours,
  spans,
  before: /before /y,
  article: /the /y,
  towards: /(?:by|on|for|no later than|not later than|at the latest|come) /y,
  between: /,? (?:by |at |on )?/y,
  notAfter: /(?:\buntil|\btill|\bsince|\bfrom|\bof|\bafter|\blast|\bexcept|\bstarting(?: on)?|\bthrough|\bevery) (?:the )?$/,
}
