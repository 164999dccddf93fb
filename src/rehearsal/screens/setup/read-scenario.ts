// A file of whoever sets up: a scenario as it stands, or a call-by-call record that is made one. Read in the browser; nothing else leaves it.
import { readTrafficFile, type ReadFile } from '../../traffic-files/read-file.ts'

type Sure = { replications: number; service_level: { within_s: number; formula: string } }
type Document = Record<string, unknown>

export type ReadScenario = {
  name: string
  calls: { contacts: number; people: number; days: number; odd: ReadFile['odd'] } | null // null: a scenario, which says all by itself
  scenarioWith: (sure: Sure, extra: number) => Document
}

/** Throws a sentence's end in plain words when the file is neither. */
export function readScenario(name: string, text: string): ReadScenario {
  if (/^\s*\{/.test(text)) {
    const scenario: Document = JSON.parse(text)
    return { name, calls: null, scenarioWith: () => scenario }
  }
  const read = readTrafficFile('technion', text)
  const contacts = read.traffic.reduce((sum, { arrivals }) => sum + ('at_s' in arrivals ? arrivals.at_s.length : 0), 0)
  return {
    name,
    calls: { contacts, people: read.staff.length, days: read.days, odd: read.odd },
    scenarioWith: (sure, extra) => ({ name, ...parts(read), ...sure, ...(extra > 0 ? { compare: withMore(read, extra) } : {}) }),
  }
}

const parts = ({ traffic, staff, queues, days }: ReadFile) => ({ traffic, staff, queues, days })

// More people for as long as anybody of the file is there, able to serve everything.
function withMore({ staff, queues }: ReadFile, extra: number): Document {
  const more = {
    name: `+${extra}`,
    count: extra,
    queues: queues.map(({ name }) => name),
    shifts: [{ from: '07:00', to: '24:00' }],
  }
  return { name: `+${extra}`, staff: [...staff, more] }
}
