// The targets in force: the last version; before the first, nothing is said and the rules' own aims serve.
import type { Work } from '#base/work'
import { targetsDocumentShape, type TargetsDocument } from '../contract.ts'
import { lastTargets } from '../store/targets.ts'

export async function targetsInForce(work: Work): Promise<{ number: number; document: TargetsDocument }> {
  const last = await lastTargets(work)
  return { number: last?.number ?? 0, document: targetsDocumentShape.parse(last?.document ?? {}) } // fields that came since have their defaults
}
