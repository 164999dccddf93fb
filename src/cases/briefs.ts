import type { Work } from '#base/work'
import type { CaseId, InteractionId, SendState } from './contract.ts'
import { briefsOf } from './store/interaction.ts'

export type Brief = { case_id: CaseId; number: number; subject: string; state: SendState; brand_id: string }

// For a channel that lists what it carried.
export async function briefs(work: Work, ids: readonly InteractionId[]): Promise<Map<InteractionId, Brief>> {
  const found = ids.length === 0 ? [] : await briefsOf(work, ids)
  return new Map(found.map(({ id, ...brief }) => [id, brief]))
}
