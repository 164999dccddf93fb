// What is sent of a file that was brought: the scenario, packed where it is long, and how it really went where the file says so.
import type { Source } from '../../contract.ts'
import type { Document, ReadScenario } from './read-scenario.ts'

export type Sure = { replications: number; service_level: { within_s: number; formula: 'answered_within_of_offered' } }

const LONG = 200_000 // characters

export async function scenarioSource(file: ReadScenario, { sure, extra }: { sure: Sure; extra: number }): Promise<Source> {
  const { name, calls, document } = file
  const scenario = calls ? { name, ...document, ...sure, ...(extra > 0 ? { compare: withMore(document, extra) } : {}) } : document
  const really = file.really[String(sure.service_level.within_s)] ?? []
  const text = JSON.stringify(scenario)
  if (text.length < LONG) return { kind: 'scenario', name, scenario, really }
  return { kind: 'scenario', name, scenario: {}, packed: await packed(text), really }
}

// More people for as long as anybody of the file is there, able to serve everything.
function withMore({ staff, queues }: Document, extra: number): Document {
  const more = {
    name: `+${extra}`,
    count: extra,
    queues: (queues as { name: string }[]).map(({ name }) => name), // of a record read here
    shifts: [{ from: '07:00', to: '24:00' }],
  }
  return { name: `+${extra}`, staff: [...(staff as unknown[]), more] } // likewise
}

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64()
}
