// A file of whoever sets up: a scenario as it stands, or a call-by-call record that is made one. Read in the browser, in a thread of its own; the
// scenario made of it is what leaves.
import { reallyByQueue } from '../../traffic-files/really-by-queue.ts'
import { readTrafficFile, type ReadFile } from '../../traffic-files/read-file.ts'
import type { Really } from '../../contract.ts'

export type Document = Record<string, unknown>

export type ReadScenario = {
  name: string
  document: Document // the scenario; of a record, its traffic, staff, queues and days
  calls: { contacts: number; people: number; days: number; odd: ReadFile['odd'] } | null // null: a scenario, which says all by itself
  really: Record<string, Really[]> // by the seconds that may be chosen for the service level
}

/** Throws a sentence's end in plain words when the file is neither. */
export function readScenario(name: string, text: string, withins: readonly string[]): ReadScenario {
  if (/^\s*\{/.test(text)) return { name, document: JSON.parse(text), calls: null, really: {} }
  const { traffic, staff, queues, days, odd, replayed } = readTrafficFile('technion', text)
  const contacts = traffic.reduce((sum, { arrivals }) => sum + ('at_s' in arrivals ? arrivals.at_s.length : 0), 0)
  return {
    name,
    document: { traffic, staff, queues, days },
    calls: { contacts, people: staff.length, days, odd },
    really: Object.fromEntries(withins.map((within) => [within, reallyByQueue(replayed, Number(within))])),
  }
}
