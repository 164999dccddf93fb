// An ask whose series name files, with the files in their place.
import type { Ask } from '../contract/ask.ts'
import type { Series } from '../contract/series.ts'
import { readSeriesFile } from './series-file.ts'

type Trouble = { path: string; message: string }

/** @param readText reads a file by its path; what it throws is said of the series' `file.path` */
export function askWithFiles(ask: Ask, readText: (path: string) => string): { ask: Ask; talk: string[] } | { fields: Trouble[] } {
  const fields: Trouble[] = []
  const talk: string[] = []
  const series = ask.series.map((each, i): Series => {
    const { file, ...rest } = each
    if (!file) return each
    const text = attempt(() => readText(file.path))
    if ('failed' in text) {
      fields.push({
        path: `series.${i}.file.path`,
        message: `“${file.path}” cannot be read (${text.failed}): write the path of a file, seen from the folder of this document`,
      })
      return each
    }
    const read = attempt(() => readSeriesFile(text.made, file))
    if ('failed' in read) {
      fields.push({ path: `series.${i}.file`, message: read.failed })
      return each
    }
    talk.push(`${file.path}: ${read.made.talk}`)
    return { ...rest, rows: read.made.rows, ...(read.made.waits.length > 0 && { waits: read.made.waits }) }
  })
  return fields.length > 0 ? { fields } : { ask: { ...ask, series }, talk }
}

function attempt<Made>(make: () => Made): { made: Made } | { failed: string } {
  try {
    return { made: make() }
  } catch (error) {
    return { failed: error instanceof Error ? error.message.slice(0, 400) : String(error) }
  }
}
