// A file of contacts becomes the traffic, and where it names who served, the staff of a scenario.
import { z } from 'zod'
import { columnsShape, layouts } from './columns.ts'
import { readCalls, type Oddities } from './read-calls.ts'
import { readingShape, toScenario, type FromFile } from './to-scenario.ts'

export const formats = ['technion', 'csv'] as const
export type Format = (typeof formats)[number]

const knownLayout = readingShape.extend({
  columns: columnsShape.partial().optional().describe('Columns that differ from the layout’s'),
})
const ownColumns = readingShape.extend({ columns: columnsShape.describe('Which column means what') })
export const fileOptions = { technion: knownLayout, csv: ownColumns } as const satisfies Record<Format, z.ZodType>

export type ReadFile = FromFile & { rows: number; odd: Oddities }

/**
 * Reads the text of a file. `options`: of `fileOptions[format]`; a ZodError tells which of them cannot be read, a ColumnsMissing which columns
 * the file has not. Odd rows never stop it: they are in `odd`, by reason.
 */
export function readTrafficFile(format: Format, text: string, options: unknown = {}): ReadFile {
  const { columns: own, ...reading } = format === 'csv' ? ownColumns.parse(options) : knownLayout.parse(options)
  const columns = columnsShape.parse({ ...layouts[format], ...own })
  const { calls, rows, odd } = readCalls(text, columns)
  return { ...toScenario(calls, columns, readingShape.parse(reading)), rows, odd }
}
