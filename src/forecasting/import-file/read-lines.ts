// A file of counts, CSV or JSON, as lines of fields: nothing is understood here beyond which column is which.
import { rowsOf, type CsvRow } from '#rehearsal'
import type { LineTrouble } from '../contract.ts'
import { columnsOf, fields, type Called, type Field } from './columns.ts'

export type Line = { line: number } & Partial<Record<Field, string>>
export type Lines = { lines: Line[]; headings: Partial<Record<Field, string>> } | { troubles: LineTrouble[] }

export const MOST_LINES = 600_000

export function readLines(text: string, called?: Called): Lines {
  const first = text.trimStart()[0]
  if (text.startsWith('PK') || text.includes('\u0000'))
    return wrong(
      1,
      'c’est un classeur, non un texte ; enregistrez la feuille en CSV',
      'this is a workbook, not text; save the sheet as CSV',
    )
  return first === '{' || first === '[' ? ofJson(text, called) : ofCsv(text, called)
}

const wrong = (line: number, fr: string, en: string): Lines => ({ troubles: [{ line, fr, en }] })
const tooMany = wrong(
  MOST_LINES,
  `plus de ${MOST_LINES} lignes ; apportez le fichier en plusieurs fois`,
  `more than ${MOST_LINES} lines; bring the file in several parts`,
)

function ofCsv(text: string, called?: Called): Lines {
  const separator = separatorOf(text)
  const begins = headingLine(text, { separator, called })
  const lines: Line[] = []
  let columns: Map<Field, number> | undefined
  let headings: Partial<Record<Field, string>> = {}
  for (const { line, cells } of rowsOf(text, separator)) {
    if (line < begins) continue
    if (!cells) return wrong(line, 'un guillemet n’est pas fermé', 'a quotation mark is not closed')
    if (!columns) {
      columns = columnsOf(cells, called)
      headings = Object.fromEntries([...columns].map(([field, i]) => [field, cells[i] ?? '']))
      const missing = missingOf(columns)
      const read = cells.slice(0, 12).join(', ').slice(0, 200)
      if (missing) return wrong(line, `${missing.fr} (lu : ${read})`, `${missing.en} (read: ${read})`)
      continue
    }
    if (lines.length >= MOST_LINES) return tooMany
    lines.push({ line, ...Object.fromEntries([...columns].map(([field, i]) => [field, cells[i] ?? ''])) })
  }
  return lines.length > 0
    ? { lines, headings }
    : wrong(1, 'il n’y a aucune ligne sous les titres', 'there is no line below the headings')
}

const ABOVE = 12 // lines in which a tool may say what the file is before its headings

const SEPARATOR_SAID = /^\ufeff?"?sep=([;,\t|])"?\r?\n/i // a spreadsheet writes it above the headings

/** How the values of a file are separated. */
export const separatorOf = (text: string): string => {
  const begun = text.slice(0, 5_000)
  const said = SEPARATOR_SAID.exec(begun)?.[1]
  if (said) return said
  const times = (separator: string): number => begun.split(separator).length
  return [';', '\t', ',', '|'].reduce((best, each) => (times(each) > times(best) ? each : best))
}

type Headed = { separator: string; called?: Called | undefined }
/** The line of the headings: the first that says when and how many, else the first with as many values as the most of them. */
export function headingLine(text: string, { separator, called }: Headed): number {
  const first: CsvRow[] = []
  for (const row of rowsOf(text.slice(0, 20_000), separator)) if (first.push(row) >= ABOVE) break
  const said = ({ cells }: CsvRow): number => cells?.filter((cell) => cell !== '').length ?? 0
  const most = Math.max(0, ...first.map(said))
  const says = ({ cells }: CsvRow): boolean => cells !== null && missingOf(columnsOf(cells, called)) === null
  return (first.find(says) ?? first.find((row) => said(row) === most))?.line ?? 1
}

function missingOf(columns: ReadonlyMap<Field, number>): { fr: string; en: string } | null {
  if (!columns.has('at') && !columns.has('date'))
    return {
      fr: 'aucune colonne ne dit quand ; appelez-la « at », « horodatage », ou « date » et « heure »',
      en: 'no column says when; call it “at”, “start”, or “date” and “time”',
    }
  if (!columns.has('arrived'))
    return {
      fr: 'aucune colonne ne dit combien ; appelez-la « arrived », « appels » ou « volume »',
      en: 'no column says how many; call it “arrived”, “calls” or “volume”',
    }
  return null
}

function ofJson(text: string, called?: Called): Lines {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return wrong(1, 'ce n’est pas du JSON valable', 'this is not valid JSON')
  }
  const rows = Array.isArray(read) ? read : ((read as { rows?: unknown }).rows ?? null)
  if (!Array.isArray(rows) || rows.length === 0)
    return wrong(1, 'écrivez une liste de lignes, ou {"rows": [...]}', 'write a list of rows, or {"rows": [...]}')
  if (rows.length > MOST_LINES) return tooMany
  const lines = rows.map((row: unknown, i): Line => ({ line: i + 1, ...lineOf(row, called) }))
  const missing = missingOf(
    new Map(fields.flatMap((field) => (lines.some((line) => line[field] !== undefined) ? [[field, 0] as const] : []))),
  )
  return missing ? wrong(1, missing.fr, missing.en) : { lines, headings: {} }
}

function lineOf(row: unknown, called?: Called): Partial<Record<Field, string>> {
  if (row === null || typeof row !== 'object') return {}
  const entries = Object.entries(row)
  const columns = columnsOf(
    entries.map(([name]) => name),
    called,
  )
  return Object.fromEntries([...columns].flatMap(([field, i]) => textOf(field, entries[i]?.[1]))) // by the names of the row
}

const textOf = (field: Field, value: unknown): [Field, string][] =>
  typeof value === 'string' || typeof value === 'number' ? [[field, String(value)]] : value === null ? [[field, '']] : []
