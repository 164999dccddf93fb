// Responsibility that can be proven: who answered for the case, at an instant or ever.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, Ownership } from './contract.ts'
import { needCase } from './need.ts'
import { ownershipAt, ownershipsOf } from './store/ownership.ts'
import { showOwnership } from './view.ts'

export async function owners(work: Work, { id, at }: { id: CaseId; at?: string | undefined }): Promise<{ items: Ownership[] }> {
  await needCase(work, id, 'case.read')
  const found = at ? await ownershipAt(work, id, Temporal.Instant.from(at)) : await ownershipsOf(work, id)
  const people = await staff.find(
    work,
    found.flatMap((o) => [o.person_id, o.deputy_id]).filter((person): person is PersonId => person !== null),
  )
  return { items: found.toReversed().map((o) => showOwnership(o, people)) }
}
