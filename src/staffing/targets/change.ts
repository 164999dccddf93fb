// The targets are changed by whoever manages the workforce: a new version, in force at once. Whoever edited an older one is told.
import { allow, audit } from '#access'
import * as routing from '#routing'
import { refuse, stale } from '#base/refusal'
import type { Work } from '#base/work'
import { streamKey } from '#forecasting/contract'
import {
  nobodyLeft, shrinkageTwice, streamTwice, targetsChanged, targetUnknownQueue, type TargetsDocument, type TargetsInForce,
} from '../contract.ts' // prettier-ignore
import { askReckoning } from '../reckoning/ask.ts'
import { MOST_SHRINKAGE, shrinkageOf } from '../rules/shrinkage.ts'
import * as store from '../store/targets.ts'
import { showTargets } from './show.ts'

type Given = { version: number; note: string; document: TargetsDocument }

export async function changeTargets(work: Work, { version, note, document }: Given): Promise<TargetsInForce> {
  allow(work, 'workforce.manage', { team: null, brand: null }) // they are the whole house's
  refuseTwice(document)
  await store.oneAtATime(work)
  const last = await store.lastTargets(work)
  const number = last?.number ?? 0
  if (number !== version)
    throw refuse(stale, { current: await showTargets(work), given_version: version, current_version: number })
  await refuseUnknown(work, document, last?.document)
  await store.insertTargets(work, { number: number + 1, note, document })
  await audit(work, 'staffing.targets_changed', { about: String(number + 1) })
  work.publish(targetsChanged, { number: number + 1 })
  await askReckoning(work)
  return await showTargets(work)
}

function refuseTwice({ streams, shrinkage }: TargetsDocument): void {
  const twice = repeated(streams.map((stream) => streamKey(stream)))
  if (twice.length > 0) throw refuse(streamTwice, { streams: twice })
  if (repeated(shrinkage.map(({ queue, site }) => `${queue ?? ''} ${site ?? ''}`)).length > 0) throw refuse(shrinkageTwice, {})
  if (shrinkage.some(({ parts }) => shrinkageOf(parts) > MOST_SHRINKAGE)) throw refuse(nobodyLeft, {})
}

const repeated = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, place) => keys.indexOf(key) < place))]

// A queue that the rules have dropped since may stay in the targets; a new mistake may not come in.
async function refuseUnknown(work: Work, document: TargetsDocument, before: unknown): Promise<void> {
  const book = (await routing.currentRulebook(work))?.document
  const known = new Set([
    '',
    ...(book?.queues.map(({ key }) => key) ?? []),
    ...((before as TargetsDocument | undefined)?.streams.map(({ queue }) => queue) ?? []), // as it was parsed when it was kept
  ])
  const queues = [...document.streams.map(({ queue }) => queue), ...document.shrinkage.flatMap(({ queue }) => queue ?? [])]
  const unknown = [...new Set(queues.filter((queue) => !known.has(queue)))]
  if (unknown.length > 0) throw refuse(targetUnknownQueue, { queues: unknown })
}
