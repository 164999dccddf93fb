// In the thread: a scenario somebody wrote or brought, read and rehearsed; beside how it really went, where its file says so.
import { gunzipSync } from 'node:zlib'
import { refuse } from '#base/refusal'
import { scenarioUnreadable } from '../contract.ts'
import { readScenario } from '../rules/read-scenario.ts'
import type { Outcome } from '../store/result.ts'
import { selfCheck } from '../traffic/self-check.ts'
import type { Work } from './protocol.ts'
import { simulated, type Progress } from './simulated.ts'

const MOST_UNPACKED = 200_000_000

type Asked = Omit<Extract<Work, { kind: 'scenario' }>, 'kind'>

export function rehearseScenario({ scenario, packed, really }: Asked, progress: Progress): Outcome {
  const read = readScenario(packed === undefined ? scenario : unpacked(packed))
  if ('fields' in read) throw refuse(scenarioUnreadable, read)
  const { report } = simulated(read.scenario, progress)
  return { check: really.length > 0 ? selfCheck(really, report) : null, findings: null, report, hurt: [] }
}

function unpacked(packed: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_UNPACKED }).toString())
  } catch {
    throw refuse(scenarioUnreadable, { fields: [{ path: 'packed', message: `write JSON, gzipped, in base64; unpacked at most ${MOST_UNPACKED / 1e6} MB` }] }) // prettier-ignore
  }
}
