import * as cases from '#cases'
import type { ReasonId } from '#cases/contract'
import type { SetupDocument } from '../contract.ts'
import { byName, craft, folded } from './craft.ts'

export const reasons = craft<SetupDocument['reasons'][number]>({
  kind: 'reason',
  entries: (document, language) => document.reasons.map((item) => ({ key: item.key, name: item.name[language], item })),
  theirs: async (work, entries) =>
    byName(entries, new Map((await cases.listReasons(work)).items.map(({ id, name }) => [folded(name), id]))),
  standing: async (work, ids) => {
    const rows = await cases.reasonsById(work, ids as ReasonId[]) // kept by this craft
    return new Map(rows.map(({ id, name, retired }) => [id, { said: { name }, gone: retired, rests: false }]))
  },
  add: async (work, { name }) => (await cases.addReason(work, { name })).id,
  change: async (work, { name }, { id }) => (await cases.renameReason(work, { id: id as ReasonId, name })).id, // kept by this craft
  retire: async (work, id) => void (await cases.retireReason(work, { id: id as ReasonId })), // likewise
})
