// How the dates and the numbers of a file are written, found from its columns as a whole: 03/04 is a day of March or of April, and 1,204 a thousand or
// little more than one. What nothing in the file decides is asked for, never guessed.
import type { Dates, Decimal, LineTrouble } from '../contract.ts'
import type { Field } from './columns.ts'
import { datesOf } from './dates-of.ts'
import type { Line } from './read-lines.ts'

export type Said = { dates?: Dates | undefined; decimal?: Decimal | undefined }
export type Counted = 'arrived' | 'answered' | 'gave_up' | 'handled_s' | 'waited_s'
export const counted = ['arrived', 'answered', 'gave_up', 'handled_s', 'waited_s'] as const satisfies readonly Counted[]
/** null: nothing in the file depends on it. */
export type Conventions = { dates: Dates | null; decimals: Readonly<Record<Counted, Decimal | null>> }
export type Found = { conventions: Conventions; troubles: LineTrouble[] }

type Headings = Partial<Record<Field, string>>
/** @param said by whoever brings the file: it holds whatever the columns look like */
export function conventionsOf(lines: readonly Line[], headings: Headings, said: Said): Found {
  const troubles: LineTrouble[] = []
  const dates = said.dates ?? datesOf(lines)
  if (dates && typeof dates === 'object') troubles.push({ ...dates, ...inColumn(headings.at ?? headings.date) })
  const columns = counted.map((field) => ({ field, ...separatorsIn(lines, field) }))
  const sure = new Set(columns.flatMap(({ decimal }) => decimal ?? []))
  const usual = sure.size === 1 ? [...sure][0]! : null // of the other columns of the file
  const decimals = columns.map(({ field, decimal, doubtful, among }) => {
    const found = said.decimal ?? decimal ?? (doubtful ? (usual ?? thousands(doubtful, among)) : usual)
    if (doubtful && !found)
      troubles.push({ line: doubtful.line, ...inColumn(headings[field]), ...doubtfulNumber(doubtful.written) })
    return [field, found] as const
  })
  return {
    conventions: {
      dates: typeof dates === 'string' ? dates : null,
      decimals: Object.fromEntries(decimals) as Conventions['decimals'],
    },
    troubles,
  } // the five fields just made
}

export const inColumn = (column: string | undefined): { column?: string } => (column === undefined ? {} : { column })

/** As a receipt tells it; null where columns differ, or nothing depends on it. */
export function decimalOf({ decimals }: Conventions): Decimal | null {
  const found = new Set(counted.flatMap((field) => decimals[field] ?? []))
  return found.size === 1 ? [...found][0]! : null
}

type Doubtful = { line: number; written: string; separator: Decimal }
type Separators = { decimal: Decimal | null; doubtful: Doubtful | null; among: boolean } // among: numbers of three figures and more that have none
const named = { ',': 'comma', '.': 'point' } as const
const other = { comma: 'point', point: 'comma' } as const

function separatorsIn(lines: readonly Line[], field: Counted): Separators {
  const found: Separators = { decimal: null, doubtful: null, among: false }
  for (const line of lines) {
    const written = line[field]
    if (written === undefined || written === '' || found.decimal) continue
    const said = separatorOf(written)
    if (said === 'none') found.among ||= /^\d{3,}$/.test(written)
    else if (said.sure) found.decimal = said.separator
    else found.doubtful ??= { line: line.line, written, separator: said.separator }
  }
  return found
}

// Two kinds: the last parts off the decimals. One that comes twice parts off thousands; so may one alone before three figures.
function separatorOf(written: string): 'none' | { separator: Decimal; sure: boolean } {
  const text = written.replace(BLANK, '')
  const signs = text.match(/[.,]/g)
  const last = signs?.at(-1)
  if (!signs || (last !== ',' && last !== '.') || !/^-?[\d.,]+$/.test(text)) return 'none'
  const separator = named[last]
  if (signs.some((sign) => sign !== last)) return { separator, sure: true }
  if (signs.length > 1) return { separator: other[separator], sure: true }
  return { separator, sure: !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) }
}

export const BLANK = /[\s\u00a0\u202f'’]/g

// Beside whole numbers of hundreds, one with a sign before three figures is the next thousand.
const thousands = ({ separator }: Doubtful, among: boolean): Decimal | null => (among ? other[separator] : null)

type Words = { fr: string; en: string }
const doubtfulNumber = (written: string): Words & { asks: 'decimal' } => ({
  asks: 'decimal',
  fr: `« ${written.slice(0, 20)} » se lit de deux façons ; dites si la virgule ou le point sépare les décimales`,
  en: `“${written.slice(0, 20)}” can be read in two ways; say whether a comma or a point comes before decimals`,
})
