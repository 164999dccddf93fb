// What a file of counts would be read as, told before anything is kept.
import { allow } from '#access'
import type { Within } from '#base/http'
import type { Work } from '#base/work'
import { rowsOf } from '#rehearsal'
import type { ImportPreview } from '../contract.ts'
import { columnsOf, type Called } from './columns.ts'
import { howOf, type Given } from './how.ts'
import { readAside } from './read-aside.ts'
import { headingLine, separatorOf } from './read-lines.ts'

const ROWS = 4
const WIDEST = 60 // columns
const LONGEST = 80 // characters of a cell

type Looked = Given & { text: string; name: string }

export const previewFile = (work: Work, looked: Looked): Promise<ImportPreview> => previewWithin((body) => body(work), looked)

/** Nothing of the database is held while the file is read. */
export async function previewWithin(within: Within, { text, ...given }: Looked): Promise<ImportPreview> {
  const how = await within((work) => {
    allow(work, 'workforce.manage', { team: null, brand: null })
    return howOf(work, given)
  })
  const shown = { ...shownOf(text, given.columns), troubles: [], more: 0, read: null }
  return await readAside(text, how, (read) =>
    Promise.resolve('troubles' in read ? { ...shown, ...read } : { ...shown, read: read.file }),
  )
}

type Shown = Pick<ImportPreview, 'headings' | 'columns' | 'rows'>

/** The headings and first lines as they are written; of JSON nothing, since its fields name themselves. */
export function shownOf(text: string, called?: Called): Shown {
  const none = { headings: [], columns: {}, rows: [] }
  if (/^[[{]/.test(text.trimStart()) || text.startsWith('PK') || text.includes('\u0000')) return none
  const separator = separatorOf(text)
  const begins = headingLine(text, { separator, called })
  const first: string[][] = []
  for (const { line, cells } of rowsOf(text.slice(0, 200_000), separator)) {
    if (line >= begins) first.push((cells ?? []).slice(0, WIDEST).map((cell) => cell.slice(0, LONGEST)))
    if (first.length > ROWS) break
  }
  const [headings, ...rows] = first
  if (!headings) return none
  const columns = Object.fromEntries([...columnsOf(headings, called)].map(([field, i]) => [field, headings[i] ?? '']))
  return { headings, columns, rows }
}
