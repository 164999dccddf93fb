// A file of counts understood: which streams, which quarters of an hour, how many. All of it, or what is wrong line by line.
import type { Dates, Decimal, LineTrouble } from '../contract.ts'
import { MOST_STREAMS, streamKey, type Stream } from '../contract/streams.ts'
import { dayOf, placeInDay, QUARTERS_A_DAY } from '../rules/quarters.ts'
import type { Called, Field } from './columns.ts'
import { conventionsOf, counted, decimalOf, inColumn, type Conventions, type Counted } from './conventions.ts'
import { headingLine, readLines, separatorOf, type Line } from './read-lines.ts'
import { readMoment } from './moment.ts'
import { numberOf, secondsOf } from './numbers.ts'
import { spreadOver, type Interval } from './spread.ts'

export type How = {
  queue?: string | undefined
  channel?: string | undefined
  zone: string
  missing: 'gap' | 'zero' | 'guess'
  columns?: Called | undefined // which heading says what
  dates?: Dates | undefined // which comes first; without: as the column says
  decimal?: Decimal | undefined
  sample?: string | undefined // more lines of the same file, for how they are written alone
}
export type DayCounts = { queue: string; channel: string; day: string; quarters: (number | null)[][] }
export type ReadFile = {
  interval_min: 5 | 10 | 15 | 20 | 30 | 60
  missing: 'gap' | 'zero'
  dates: Dates | null // as they were read; null: nothing in the file depends on it
  decimal: Decimal | null
  lines: number
  intervals: number
  arrived: number
  streams: { stream: Stream; from: string; to: string; arrived: number }[]
  days: DayCounts[]
}
export type Answer = { file: ReadFile } | { troubles: LineTrouble[]; more: number }

const MOST_TROUBLES = 50
const lengths = [5, 10, 15, 20, 30, 60] as const
const MOST_CAME = 1_000_000

export function readFileOfCounts(text: string, how: How): Answer {
  const read = readLines(text, how.columns)
  if ('troubles' in read) return { ...read, more: 0 }
  const { conventions, troubles } = conventionsOf([...read.lines, ...sampleOf(text, how)], read.headings, how)
  if (troubles.length > 0) return { troubles, more: 0 }
  const streams = intervalsOf(read.lines, { how, conventions, headings: read.headings }, troubles)
  const interval_min = lengthOf([...streams.values()])
  if (troubles.length === 0) troubles.push(...ofShape(streams, interval_min))
  if (troubles.length > 0 || interval_min === null)
    return { troubles: troubles.slice(0, MOST_TROUBLES), more: Math.max(0, troubles.length - MOST_TROUBLES) }
  const missing = how.missing === 'guess' ? guessed(streams) : how.missing
  const { dates } = conventions
  return { file: told(streams, { interval_min, missing, dates, decimal: decimalOf(conventions), lines: read.lines.length }) }
}

function sampleOf(text: string, { sample, columns }: How): readonly Line[] {
  if (!sample) return []
  const heading = text.split('\n', 12)[headingLine(text, { separator: separatorOf(text), called: columns }) - 1] ?? ''
  const read = readLines(`${heading}\n${sample}`, columns)
  return 'lines' in read ? read.lines : []
}

type OfStream = { stream: Stream; intervals: Map<number, Interval> } // by milliseconds
type Streams = Map<string, OfStream>

type Reading = { how: How; conventions: Conventions; headings: Partial<Record<Field, string>> }

function intervalsOf(lines: readonly Line[], reading: Reading, troubles: LineTrouble[]): Streams {
  const { how } = reading
  const streams: Streams = new Map()
  for (const line of lines) {
    const stream = { queue: (line.queue ?? how.queue ?? '').trim(), channel: (line.channel ?? how.channel ?? '').trim() }
    const key = streamKey(stream)
    const own = streams.get(key) ?? { stream, intervals: new Map<number, Interval>() }
    const wrong =
      stream.channel === '' || stream.channel.length > 60 || stream.queue.length > 120 || stream.queue.includes('|')
        ? noChannel
        : FORMULA.test(stream.queue) || FORMULA.test(stream.channel)
          ? formula
          : takeLine(line, own, reading)
    if (wrong) troubles.push({ line: line.line, ...wrong })
    else streams.set(key, own)
  }
  return streams
}

type Wrong = { fr: string; en: string; column?: string }
// A spreadsheet that reads such a name again would work it out.
const FORMULA = /^[=+\-@\t]/
const formula: Wrong = {
  fr: 'une file ou un canal ne commence pas par =, +, - ou @ : c’est une formule de tableur ; écrivez son nom',
  en: 'a queue or a channel does not begin with =, +, - or @, as a formula of a spreadsheet does; write its name',
}
const noChannel: Wrong = {
  fr: 'le canal n’est pas dit ; ajoutez une colonne « channel », ou choisissez-le en apportant le fichier',
  en: 'the channel is not said; add a column “channel”, or choose it when bringing the file',
}

/** What is wrong with the line, or nothing: then its stream holds it. */
function takeLine(line: Line, { intervals }: OfStream, { how, conventions, headings }: Reading): Wrong | null {
  const moment = readMoment(whenOf(line), how.zone, conventions.dates)
  if ('wrong' in moment) return { ...moment.wrong, ...inColumn(headings.at ?? headings.date) }
  const interval = countsOf(line, conventions, headings)
  if ('fr' in interval) return interval
  const first = moment.at.epochMilliseconds
  const at =
    intervals.has(first) && moment.again && !intervals.has(moment.again.epochMilliseconds)
      ? moment.again.epochMilliseconds
      : first
  const before = intervals.get(at)
  if (before)
    return {
      fr: `le même moment est déjà donné à la ligne ${before.line}`,
      en: `the same moment is given at line ${before.line} already`,
    }
  intervals.set(at, interval)
  return null
}

// "09:00 - 09:30" is told by its beginning.
const UNTIL = /(\d)\s*[-–—à]\s*\d.*$/
const whenOf = ({ at, date, time }: Line): string =>
  at !== undefined && at !== '' ? at : `${date ?? ''} ${(time ?? '').replace(UNTIL, '$1')}`.trim()

const called: Readonly<Record<Counted, Wrong>> = {
  arrived: { fr: 'le nombre de contacts', en: 'the number of contacts' },
  answered: { fr: 'le nombre de réponses', en: 'the number answered' },
  gave_up: { fr: 'le nombre d’abandons', en: 'the number given up' },
  handled_s: { fr: 'la durée de traitement', en: 'the handling time' },
  waited_s: { fr: 'la durée d’attente', en: 'the waiting time' },
}
const noNumber = (name: Counted, line: Line): Wrong => ({
  fr: `${called[name].fr} doit être de 0 à 1 000 000, et non « ${(line[name] ?? '').slice(0, 40)} »`,
  en: `${called[name].en} must be from 0 to 1,000,000, not “${(line[name] ?? '').slice(0, 40)}”`,
})

function countsOf(line: Line, { decimals }: Conventions, headings: Reading['headings']): Interval | Wrong {
  const read = Object.fromEntries(
    counted.map((field) => [field, (field.endsWith('_s') ? secondsOf : numberOf)(line[field], decimals[field])]),
  ) as Record<Counted, number | null> // the five fields just named
  for (const name of counted) {
    const value = read[name]
    if (value !== null && !(value >= 0 && value <= MOST_CAME)) return { ...noNumber(name, line), ...inColumn(headings[name]) }
  }
  const { arrived, answered, gave_up } = read
  if (arrived !== null && (answered ?? 0) + (gave_up ?? 0) > arrived * 1.0001 + 1e-6)
    return { fr: 'plus de contacts répondus et abandonnés que d’arrivés', en: 'more contacts answered and given up than arrived' }
  return { line: line.line, ...read }
}

/** The shortest distance between two lines of a stream, in minutes; null: none that makes sense. */
function lengthOf(streams: readonly OfStream[]): ReadFile['interval_min'] | null {
  let shortest = Number.POSITIVE_INFINITY
  for (const { intervals } of streams) {
    const moments = [...intervals.keys()].sort((a, b) => a - b)
    for (let i = 1; i < moments.length; i++) shortest = Math.min(shortest, moments[i]! - moments[i - 1]!)
  }
  return lengths.find((length) => length * 60_000 === shortest) ?? null
}

function ofShape(streams: Streams, interval_min: number | null): LineTrouble[] {
  if (interval_min === null)
    return [
      {
        line: 2,
        fr: 'les lignes ne se suivent pas de 5, 10, 15, 20, 30 ou 60 minutes',
        en: 'lines do not follow each other by 5, 10, 15, 20, 30 or 60 minutes',
      },
    ]
  if (streams.size > MOST_STREAMS)
    return [{ line: 2, fr: `plus de ${MOST_STREAMS} files et canaux`, en: `more than ${MOST_STREAMS} queues and channels` }]
  return [...streams.values()].flatMap(({ intervals }) =>
    [...intervals].flatMap(([at, { line }]) =>
      at % (interval_min * 60_000) === 0
        ? []
        : [
            {
              line,
              fr: `ce moment ne tombe pas sur un intervalle de ${interval_min} minutes`,
              en: `this moment does not fall on an interval of ${interval_min} minutes`,
            },
          ],
    ),
  )
}

// Whoever writes zeros would have written this one: what is missing is not known. Whoever writes none leaves them out.
const guessed = (streams: Streams): 'gap' | 'zero' =>
  [...streams.values()].some(({ intervals }) => [...intervals.values()].some(({ arrived }) => arrived === 0)) ? 'gap' : 'zero'

type Facts = Pick<ReadFile, 'interval_min' | 'missing' | 'dates' | 'decimal' | 'lines'>
function told(streams: Streams, facts: Facts): ReadFile {
  const { interval_min, missing } = facts
  const length_ms = interval_min * 60_000
  const all = [...streams.values()].map(({ stream, intervals }) => ({
    stream,
    intervals,
    quarters: spreadOver(intervals, length_ms, missing),
  }))
  const came = (intervals: ReadonlyMap<number, Interval>): number =>
    [...intervals.values()].reduce((sum, { arrived }) => sum + (arrived ?? 0), 0)
  return {
    ...facts,
    intervals: all.reduce((sum, { intervals }) => sum + intervals.size, 0),
    arrived: all.reduce((sum, { intervals }) => sum + came(intervals), 0),
    streams: all.map(({ stream, intervals }) => {
      const moments = [...intervals.keys()].sort((a, b) => a - b)
      return { stream, from: new Date(moments[0] ?? 0).toISOString(), to: new Date((moments.at(-1) ?? 0) + length_ms).toISOString(), arrived: came(intervals) }
    }),
    days: all.flatMap(({ stream, quarters }) => daysOf(stream, quarters)),
  } // prettier-ignore
}

function daysOf(stream: Stream, quarters: ReadonlyMap<number, (number | null)[]>): DayCounts[] {
  const days = new Map<number, (number | null)[][]>()
  for (const [quarter, values] of quarters) {
    const day = Math.floor(quarter / QUARTERS_A_DAY)
    const own = days.get(day) ?? []
    own.push([placeInDay(quarter), ...values])
    days.set(day, own)
  }
  return [...days].map(([day, own]) => ({
    ...stream,
    day: dayOf(day * QUARTERS_A_DAY),
    quarters: own.toSorted((a, b) => a[0]! - b[0]!),
  }))
}
