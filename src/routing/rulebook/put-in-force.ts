// A version becomes the rules for everybody: the one just made, one that was kept aside, or an older one again. Null: nothing is routed any more.
import { allow, audit } from '#access'
import { refuse, type Work } from '#base/work'
import { rulesInForce } from '../contract/events.ts'
import { rulesInTrial, type RulebookVersion, type RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import { findLive } from '../trial/store.ts'
import { rulebookOf } from './current.ts'
import { showVersion } from './read.ts'
import * as store from './store.ts'

export async function putInForce(work: Work, { id }: { id: RulebookVersionId }): Promise<RulebookVersion> {
  allow(work, 'routing.manage', { team: null, brand: null })
  await store.oneAtATime(work)
  await needNoTrial(work)
  await enforce(work, await rulebookOf(work, id))
  return await showVersion(work, id)
}

export async function routeNothing(work: Work): Promise<object> {
  allow(work, 'routing.manage', { team: null, brand: null })
  await store.oneAtATime(work)
  await needNoTrial(work)
  await enforce(work, null)
  return {}
}

/** While others are tried on a share, the rules of everybody else stay what they are compared with. */
export async function needNoTrial(work: Work): Promise<void> {
  if (await findLive(work)) throw refuse(rulesInTrial, {})
}

type Version = { id: RulebookVersionId; number: number }

/** Asked by verbs of this room that hold the line of versions. */
export async function enforce(work: Work, version: Version | null): Promise<void> {
  const { place, rulebook_id: before } = (await store.lastInForce(work)) ?? { place: 0, rulebook_id: null }
  const id = version?.id ?? null
  if (before === id) return
  await store.insertInForce(work, place + 1, id)
  await audit(work, 'rulebook.in_force', { ...(id ? { about: id } : {}), details: { before } })
  work.publish(rulesInForce, { version: version?.number ?? null, trial: null })
}
