// The contacts a trial's figures were counted from.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { Arm, Counted, TrialId } from '../contract/trial.ts'
import type { Tally } from '../rules/service-level.ts'
import { showCounted } from '../floor/show-counted.ts'
import { listContacts } from '../store/contacts.ts'
import { foundTrial } from './read.ts'
import { sidesOf, versionsOf } from './weigh.ts'

type Asked = { id: TrialId; arm: Arm; outcome?: keyof Tally | undefined; cursor?: string | undefined; limit: number }

export async function trialContacts(work: Work, asked: Asked): Promise<{ items: Counted[]; next: string | null }> {
  allow(work, 'routing.read')
  const row = await foundTrial(work, asked.id)
  const versions = await versionsOf(work, row)
  const sides = sidesOf(versions, { since: row.started_at, until: row.ended_at ?? work.now })
  const found = await listContacts(work, sides, {
    arm: { tried: versions.tried.id, is: asked.arm }, outcome: asked.outcome, before: asked.cursor, most: asked.limit + 1,
  }) // prettier-ignore
  const items = await showCounted(work, found.slice(0, asked.limit), [versions.usual.document, versions.tried.document])
  return { items, next: found.length > asked.limit ? items.at(-1)!.item : null }
}
