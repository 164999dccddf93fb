// A deputy named for a case stands in before whoever the rule finds: for the time of an absence somebody may choose another for one case.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { ownerUnfit, type CaseId } from './contract.ts'
import { needReader } from './need-reader.ts'
import { holdCase } from './need.ts'
import { deputiesNamedFor, recordNamedDeputy } from './store/named-deputy.ts'

/** Of these cases, who is named; cases for which nobody is are left out. */
export async function namedDeputies(work: Work, cases: readonly CaseId[]): Promise<Map<CaseId, PersonId>> {
  const rows = cases.length === 0 ? [] : await deputiesNamedFor(work, cases)
  return new Map(rows.map(({ case_id, deputy_id }) => [case_id, deputy_id]))
}

/** Null: nobody in particular. Whoever calls has decided that it may be done; answers who was named before. */
export async function nameDeputy(work: Work, id: CaseId, deputy: PersonId | null): Promise<PersonId | null> {
  const found = await holdCase(work, id, 'case.read')
  if (deputy === found.owner_id) throw refuse(ownerUnfit, {})
  if (deputy) await needReader(work, deputy, found.brand_id)
  const before = (await namedDeputies(work, [id])).get(id) ?? null
  const shown = deputy ?? (await staff.deputyFor(work, found.owner_id))
  await recordNamedDeputy(work, id, { deputy: shown, named: deputy !== null })
  return before
}
