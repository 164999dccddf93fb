// A rehearsal is asked for: what it is about is decided now, so that what happens to rules meanwhile does not change it.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import {
  periodTooLong, periodUpsideDown, runChanged, scenarioUnreadable, tooManyRuns, type NewRun, type Run, type Source,
} from '../contract.ts' // prettier-ignore
import { readScenario } from '../rules/read-scenario.ts'
import { countRuns, insertRun } from '../store/run.ts'
import { rehearse } from './job.ts'
import { settledRules } from './rules.ts'
import { showRun } from './show.ts'

const MOST_WAITING = 5
export const MOST_DAYS = 92

export async function startRun(work: Work, asked: NewRun): Promise<Run> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const period = periodOf(work, asked.traffic)
  if (asked.traffic.kind === 'scenario' && asked.traffic.packed === undefined) refuseUnreadable(asked.traffic.scenario)
  if ((await countRuns(work)).waiting >= MOST_WAITING) throw refuse(tooManyRuns, { most: MOST_WAITING })
  const settled = period ? { ...asked, ...(await settledRules(work, asked)) } : asked
  const id = newId<'rehearsal'>(work.now)
  const by = work.actor.kind === 'person' ? work.actor.id : null
  await insertRun(work, { id, name: asked.name || nameOf(asked.traffic), asked: settled, period, by })
  await later(work, rehearse, { payload: { run: id }, line: 'rehearsal' })
  await audit(work, 'rehearsal.asked', { about: id })
  work.publish(runChanged, { id, state: 'asked' })
  return await showRun(work, { id })
}

function refuseUnreadable(scenario: unknown): void {
  const read = readScenario(scenario)
  if ('fields' in read) throw refuse(scenarioUnreadable, read)
}

function periodOf({ now }: Work, source: Source): { from: string; to: string } | null {
  if (source.kind === 'scenario') return null
  const [from, to] = [Temporal.Instant.from(source.from), Temporal.Instant.from(source.to)]
  if (Temporal.Instant.compare(from, to) >= 0 || Temporal.Instant.compare(to, now) > 0) throw refuse(periodUpsideDown, {})
  if (to.since(from).total('days') > MOST_DAYS) throw refuse(periodTooLong, { most_days: MOST_DAYS })
  return { from: String(from), to: String(to) }
}

const nameOf = (source: Source): string => (source.kind === 'scenario' ? source.name : '')
