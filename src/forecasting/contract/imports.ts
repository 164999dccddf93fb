// A file of counts, from the telephone system before us or from a sheet. Kept as it came; what it says takes the place of what was known, until it is
// taken back.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { streamShape } from './streams.ts'

export const historyImport = () => id<'history_import'>()
export type HistoryImportId = z.infer<ReturnType<typeof historyImport>>

export const dateOrders = ['day_first', 'month_first'] as const
export type Dates = (typeof dateOrders)[number]
export const decimalSigns = ['comma', 'point'] as const
export type Decimal = (typeof decimalSigns)[number]

const replacedShape = z.object({
  stream: streamShape,
  from: instant(),
  to: instant(),
  by_import: historyImport().nullable(),
  intervals: z.number().int(),
}) // by null: of the journal
export const importShape = z.object({
  id: historyImport(),
  name: z.string(), // of the file
  size: z.number().int(),
  sha256: z.string(),
  at: instant(),
  by: z.object({ id: id<'person'>(), name: z.string() }).nullable(),
  interval_min: z.number().int(),
  zone: z.string(),
  lines: z.number().int(),
  intervals: z.number().int(),
  arrived: z.number(),
  missing: z.enum(['gap', 'zero']), // how intervals without a line were read
  dates: z.enum(dateOrders).nullable(), // how 03/04/2026 was read; null: the file writes none so
  decimal: z.enum(decimalSigns).nullable(), // and 1,204
  streams: z.array(z.object({ stream: streamShape, from: instant(), to: instant(), arrived: z.number() })),
  replaced: z.array(replacedShape), // what was known before, and is again once this is taken back
  withdrawn_at: instant().nullable(),
})
export type HistoryImport = z.infer<typeof importShape>
// The same file again is no second import: it answers with the first.
export const importReceiptShape = importShape.extend({ known_already: z.boolean() })
export type ImportReceipt = z.infer<typeof importReceiptShape>

// What a column of a file may say; `date` and `time` are one moment in two columns.
export const importFields = ['at', 'date', 'time', 'arrived', 'answered', 'gave_up', 'handled_s', 'waited_s', 'queue', 'channel'] as const // prettier-ignore
export type ImportField = (typeof importFields)[number]

export const MOST_IMPORT_CHARACTERS = 30_000_000
export const newImportShape = z.object({
  name: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(MOST_IMPORT_CHARACTERS).describe('The file: CSV with a heading, or JSON'),
  queue: z.string().max(120).optional().describe('For a file that does not say'),
  channel: z.string().trim().min(1).max(60).optional().describe('For a file that does not say'),
  zone: z.string().max(64).optional().describe('Of times without one; without: the centre’s'),
  columns: z.partialRecord(z.enum(importFields), z.string().max(200)).optional().describe('Which heading says what, for a file that calls it otherwise. Without: by their names'),
  dates: z.enum(dateOrders).optional().describe('Whether 03/04/2026 is the 3rd of April (day_first) or the 4th of March. Without: as its column says; where nothing in it does, it is asked for'),
  decimal: z.enum(decimalSigns).optional().describe('What comes before decimals; the other sign parts off thousands. Without: as the columns say'),
  missing: z.enum(['gap', 'zero', 'guess']).default('guess').describe('Intervals without a line: nobody knows (gap), or nobody came (zero). guess: zero where the file never says 0'),
}) // prettier-ignore
export type NewImport = z.input<typeof newImportShape>

const path = '/api/v1/forecasts/imports'
const one = z.object({ id: historyImport() })
export const listImports = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Files of counts that were brought, the latest first', input: z.object({ ...pageInput, cursor: z.uuid().optional() }), output: pageOf(importShape),
}) // prettier-ignore
export const postImport = endpoint({
  method: 'POST', path, permission: 'workforce.manage', summary: 'Bring a file of counts (CSV or JSON): all of it, or nothing and what is wrong line by line',
  input: newImportShape, output: importReceiptShape, mostBytes: MOST_IMPORT_CHARACTERS + 1_000_000,
}) // prettier-ignore
const troubleShape = z.object({
  line: z.number().int(),
  column: z.string().optional(),
  asks: z.enum(['dates', 'decimal']).optional(),
  fr: z.string(),
  en: z.string(),
})
export const importPreviewShape = z.object({
  headings: z.array(z.string()),
  columns: z.partialRecord(z.enum(importFields), z.string()), // which heading was taken to say what
  rows: z.array(z.array(z.string())), // the first lines, as they are written
  read: importShape.pick({ interval_min: true, lines: true, intervals: true, arrived: true, missing: true, dates: true, decimal: true, streams: true }).nullable(), // null: it cannot be read so
  troubles: z.array(troubleShape),
  more: z.number().int(), // troubles beyond
}) // prettier-ignore
export type ImportPreview = z.infer<typeof importPreviewShape>
export const postImportPreview = endpoint({
  method: 'POST', path: `${path}/preview`, permission: 'workforce.manage', summary: 'What a file of counts would be read as: its columns, its first lines, and what is wrong with it. Nothing is kept',
  input: newImportShape.extend({ sample: z.string().max(1_000_000).optional().describe('Lines from all over the rest of a long file of which `text` is the beginning: for how its dates and numbers are written') }),
  output: importPreviewShape, mostBytes: MOST_IMPORT_CHARACTERS + 1_000_000,
}) // prettier-ignore
export const getImport = endpoint({
  method: 'GET', path: `${path}/:id`, permission: 'workforce.read', summary: 'The receipt of a file of counts', input: one, output: importShape,
}) // prettier-ignore
export const putImportWithdrawn = endpoint({
  method: 'PUT', path: `${path}/:id/withdrawn`, permission: 'workforce.manage', summary: 'Take a file of counts back, or not: what it replaced is known again', input: one.extend({ withdrawn: z.boolean() }), output: importShape,
}) // prettier-ignore
