// A file of counts understood: which streams, which quarters of an hour, how many. All of it, or what is wrong line by line.
import type { LineTrouble } from '../contract.ts'
import { MOST_STREAMS, streamKey, type Stream } from '../contract/streams.ts'
import { dayOf, placeInDay, QUARTERS_A_DAY } from '../rules/quarters.ts'
import type { Called } from './columns.ts'
import { readLines, type Line } from './read-lines.ts'
import { readMoment } from './moment.ts'
import { spreadOver, type Interval } from './spread.ts'

export type How = {
  queue?: string | undefined
  channel?: string | undefined
  zone: string
  missing: 'gap' | 'zero' | 'guess'
  columns?: Called | undefined // which heading says what
}
export type DayCounts = { queue: string; channel: string; day: string; quarters: (number | null)[][] }
export type ReadFile = {
  interval_min: 5 | 10 | 15 | 20 | 30 | 60
  missing: 'gap' | 'zero'
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
  const troubles: LineTrouble[] = []
  const streams = intervalsOf(read.lines, how, troubles)
  const interval_min = lengthOf([...streams.values()])
  if (troubles.length === 0) troubles.push(...ofShape(streams, interval_min))
  if (troubles.length > 0 || interval_min === null)
    return { troubles: troubles.slice(0, MOST_TROUBLES), more: Math.max(0, troubles.length - MOST_TROUBLES) }
  const missing = how.missing === 'guess' ? guessed(streams) : how.missing
  return { file: told(streams, { interval_min, missing, lines: read.lines.length }) }
}

type OfStream = { stream: Stream; intervals: Map<number, Interval> } // by milliseconds
type Streams = Map<string, OfStream>

function intervalsOf(lines: readonly Line[], how: How, troubles: LineTrouble[]): Streams {
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
          : takeLine(line, own, how.zone)
    if (wrong) troubles.push({ line: line.line, ...wrong })
    else streams.set(key, own)
  }
  return streams
}

type Wrong = { fr: string; en: string }
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
function takeLine(line: Line, { intervals }: OfStream, zone: string): Wrong | null {
  const when = line.at !== undefined && line.at !== '' ? line.at : `${line.date ?? ''} ${line.time ?? ''}`.trim()
  const moment = readMoment(when, zone)
  if ('wrong' in moment) return moment.wrong
  const interval = countsOf(line)
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

type Counted = 'arrived' | (typeof optional)[number]
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

const optional = ['answered', 'gave_up', 'handled_s', 'waited_s'] as const

function countsOf(line: Line): Interval | Wrong {
  const read = {
    arrived: numberOf(line.arrived),
    ...Object.fromEntries(optional.map((field) => [field, (field.endsWith('_s') ? secondsOf : numberOf)(line[field])])),
  } as Record<Counted, number | null> // the five fields just named
  for (const [name, value] of Object.entries(read) as [Counted, number | null][])
    // the same five
    if (value !== null && !(value >= 0 && value <= MOST_CAME)) return noNumber(name, line)
  const { arrived, answered, gave_up } = read
  if (arrived !== null && (answered ?? 0) + (gave_up ?? 0) > arrived * 1.0001 + 1e-6)
    return { fr: 'plus de contacts répondus et abandonnés que d’arrivés', en: 'more contacts answered and given up than arrived' }
  return { line: line.line, ...read }
}

// "1 234,5" as people in France write it. Empty: nobody knows. NaN: no number.
const numberOf = (written: string | undefined): number | null => {
  const text = (written ?? '').replace(/[\s\u00a0\u202f]/g, '')
  if (text === '' || text === '-') return null
  return /^-?\d+(?:[.,]\d+)?(?:e\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : NaN
}
// "00:04:12" or "4:12", as telephone systems write how long it took.
const secondsOf = (written: string | undefined): number | null => {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec((written ?? '').trim())
  return parts ? Number(parts[1] ?? 0) * 3_600 + Number(parts[2]) * 60 + Number(parts[3]) : numberOf(written)
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

type Facts = { interval_min: ReadFile['interval_min']; missing: 'gap' | 'zero'; lines: number }
function told(streams: Streams, { interval_min, missing, lines }: Facts): ReadFile {
  const length_ms = interval_min * 60_000
  const all = [...streams.values()].map(({ stream, intervals }) => ({
    stream,
    intervals,
    quarters: spreadOver(intervals, length_ms, missing),
  }))
  const came = (intervals: ReadonlyMap<number, Interval>): number =>
    [...intervals.values()].reduce((sum, { arrived }) => sum + (arrived ?? 0), 0)
  return {
    interval_min, missing, lines,
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
