// A hand-over that waits without its clock would be reminded of by nobody and go up to nobody: the doctor looks for them.
import type { Work } from '#base/work'
import { countWithoutClock } from './store/health.ts'

export async function withoutClock(work: Work): Promise<string[]> {
  const { batons, portfolios } = await countWithoutClock(work)
  return [
    ...(batons > 0 ? [`${batons} hand-overs wait for an answer without their clock`] : []),
    ...(portfolios > 0 ? [`${portfolios} portfolios wait for an answer without their clock`] : []),
  ]
}
