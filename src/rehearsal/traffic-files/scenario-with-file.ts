// A scenario that names a file of contacts, with the file in its place: the contacts, and where the scenario does not say them itself who served,
// in which queues, and how many days there are.
import type { Oddities } from './read-calls.ts'
import { formats, readTrafficFile, type Format } from './read-file.ts'
import type { Trouble } from '../rules/troubles.ts'

type Odd = { scenario: unknown; talk: string[] }

/** @param readText reads a file by its path; what it throws is said of the scenario's `traffic.file`. */
export function scenarioWithFile(written: unknown, readText: (path: string) => string): Odd | { fields: Trouble[] } {
  const named = trafficFileOf(written)
  if (!named) return { scenario: written, talk: [] }
  const format = formats.find((each) => each === named.format)
  if (!format)
    return {
      fields: [{ path: 'traffic.format', message: `write one of ${formats.join(', ')} instead of “${String(named.format)}”` }],
    }
  const text = attempt(() => readText(named.file))
  if ('failed' in text)
    return {
      fields: [
        {
          path: 'traffic.file',
          message: `“${named.file}” cannot be read (${text.failed}): write the path of a file, seen from the scenario’s own folder`,
        },
      ],
    }
  const read = attempt(() => readTrafficFile(format satisfies Format, text.made, named.options))
  if ('failed' in read) return { fields: [{ path: 'traffic.options', message: read.failed }] }
  const { traffic, staff, queues, days, rows, odd } = read.made
  const rules = 'rulebook' in named.all ? {} : { queues }
  return { scenario: { ...rules, days, ...(staff.length > 0 && { staff }), ...named.all, traffic }, talk: [talkOf(rows, odd)] }
}

function talkOf(rows: number, odd: Oddities): string {
  const said = Object.entries(odd).map(
    ([why, { rows: count, first_lines }]) => `${count} ${why} (lines ${first_lines.join(', ')})`,
  )
  return `${rows} rows read${said.length > 0 ? `; odd ones: ${said.join('; ')}` : ''}`
}

type Named = { file: string; format: unknown; options: unknown; all: Record<string, unknown> }

function trafficFileOf(written: unknown): Named | null {
  if (!isRecord(written) || !isRecord(written.traffic) || typeof written.traffic.file !== 'string') return null
  return { file: written.traffic.file, format: written.traffic.format, options: written.traffic.options ?? {}, all: written }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function attempt<Made>(make: () => Made): { made: Made } | { failed: string } {
  try {
    return { made: make() }
  } catch (error) {
    return { failed: error instanceof Error ? error.message.slice(0, 400) : String(error) }
  }
}
