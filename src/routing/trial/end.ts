// A trial ends: taken back by its guard, stopped by somebody, or published. All of it in one transaction, whoever asked.
import * as staff from '#staff'
import { allow, audit, holdersOf } from '#access'
import { cancelJob } from '#base/jobs'
import { isUuid, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { rulesInForce } from '../contract/events.ts'
import { trialPublished, trialRolledBack, type TrialId } from '../contract/trial.ts'
import type { Verdict } from '../rules/guard.ts'
import { sayPublished, sayRolledBack } from '../rules/say-trial.ts'
import { enforce } from '../rulebook/put-in-force.ts'
import { oneAtATime } from '../rulebook/store.ts'
import * as store from './store.ts'
import { versionsOf, weigh, type Versions } from './weigh.ts'
import { heldTrial } from './widen.ts'

type Asked = { id: TrialId; version: number }
type Ended = { id: TrialId; version: number }

export async function stop(work: Work, { because, ...asked }: Asked & { because: string }): Promise<Ended> {
  allow(work, 'routing.manage', { team: null, brand: null })
  const trial = await heldTrial(work, asked)
  const found = await weigh(work, trial)
  await store.endTrial(work, trial.id, { ending: 'stopped', because, verdict: found.verdict, figures: figuresOf(found) })
  await back(work, trial, { because: 'stopped', found })
  return { id: trial.id, version: trial.version + 1 }
}

export async function publish(work: Work, asked: Asked): Promise<Ended> {
  allow(work, 'routing.manage', { team: null, brand: null })
  await oneAtATime(work)
  const trial = await heldTrial(work, asked)
  await publishHeld(work, trial, await weigh(work, trial))
  return { id: trial.id, version: trial.version + 1 }
}

/** The trial is locked, and so is the line of versions. */
export async function publishHeld(work: Work, trial: store.TrialRow, found: Verdict): Promise<void> {
  await store.endTrial(work, trial.id, { ending: 'published', because: '', verdict: found.verdict, figures: figuresOf(found) })
  const { tried } = await versionsOf(work, trial)
  await enforce(work, tried)
  await audit(work, 'routing.trial_published', { about: trial.id, details: { rulebook: tried.id } })
  work.publish(trialPublished, { trial: trial.id, rulebook: tried.id })
  if (work.actor.kind === 'system')
    await tellManagers(work, trial, { kind: 'routing.trial_published', ...sayPublished({ tried, figures: found }) })
}

/** By the guard; the trial is locked. */
export async function rollBack(work: Work, trial: store.TrialRow, found: Verdict & { verdict: 'falls' }): Promise<void> {
  const { because } = found
  await store.endTrial(work, trial.id, { ending: 'rolled_back', because, verdict: 'falls', figures: figuresOf(found) })
  const versions = await back(work, trial, { because, found })
  const said = sayRolledBack({ ...versions, because, figures: found, guard: trial })
  await tellManagers(work, trial, { kind: 'routing.trial_rolled_back', ...said })
}

type Back = { because: 'least' | 'below_others' | 'stopped'; found: Verdict }
async function back(work: Work, trial: store.TrialRow, { because, found }: Back): Promise<Versions> {
  const versions = await versionsOf(work, trial)
  const share = { candidate: found.candidate?.share ?? null, current: found.current?.share ?? null }
  await cancelJob(work, trial.id)
  await audit(work, 'routing.trial_rolled_back', { about: trial.id, details: { because, ...share } })
  work.publish(trialRolledBack, { trial: trial.id, rulebook: versions.tried.id, because, ...share })
  work.publish(rulesInForce, { version: versions.usual.number, trial: null })
  return versions
}

const figuresOf = ({ candidate, current, difference }: Verdict) => ({ candidate, current, difference })

const MANAGING = ['flow_manager', 'floor_manager', 'centre_manager', 'director'] as const
const MOST_TOLD = 50

async function tellManagers(work: Work, trial: store.TrialRow, words: { kind: string; fr: string; en: string }): Promise<void> {
  const held: PersonId[] = []
  for (const role of MANAGING) held.push(...(await holdersOf(work, role)))
  const begun = isUuid(trial.started_by) ? [trial.started_by as PersonId] : [] // a person, or a key: whom staff does not know is not told
  const known = await staff.find(work, begun)
  const to = [...new Set([...begun.filter((id) => known.has(id)), ...held])].slice(0, MOST_TOLD)
  await staff.tell(work, { ...words, to, path: '/routing/trial', key: `trial:${trial.id}`, urgent: true })
}
