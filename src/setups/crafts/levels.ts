import * as clocks from '#clocks'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { PolicyDefinition, PolicyId, StepId } from '#clocks/contract'
import type { SetupDocument } from '../contract.ts'
import { byName, craft, folded, type Entry, type Means } from './craft.ts'

type Item = SetupDocument['levels'][number]

export const levels = craft<Item>({
  kind: 'level',
  entries: (document, language) => document.levels.map((item) => ({ key: item.key, name: item.name[language], item })),
  theirs: async (work, entries) => byName(entries, new Map((await clocks.listPolicies(work)).items.map(({ id, name }) => [folded(name), id]))),
  standing: async (work, ids) => {
    const { items } = await clocks.listPolicies(work)
    const ofAll = items.filter((each) => isForAll(each)).length
    const open = new Map(items.map((policy) => [policy.id as string, { said: saidOf(policy), gone: false, rests: policy.contracts > 0 || (isForAll(policy) && ofAll === 1) }]))
    return new Map(ids.map((id) => [id, open.get(id) ?? { said: null, gone: true, rests: false }]))
  },
  add: async (work, entry, { means }) => {
    const { id } = await clocks.addPolicy(work, definitionOf(work, entry, means))
    await putAwayTheFirst(work, entry)
    return id
  },
  change: async (work, entry, { means, id }) => {
    const before = (await clocks.listPolicies(work)).items.find((each) => each.id === id)!
    return (await clocks.editPolicy(work, { ...definitionOf(work, entry, means), id: before.id, version: before.version })).id
  },
  retire: async (work, id) => void (await clocks.retirePolicy(work, { id: id as PolicyId })), // kept by this craft
}) // prettier-ignore

const isForAll = ({ match, by_contract }: Pick<PolicyDefinition, 'match' | 'by_contract'>): boolean =>
  !by_contract && Object.values(match).every((each) => each === null)

// What every house begins with makes room for what the set-up says of all cases, as long as nobody has touched it.
const FIRST = 'Standard'
async function putAwayTheFirst(work: Work, { item }: Entry<Item>): Promise<void> {
  if (item.reasons || item.priorities || item.by_contract) return
  const first = (await clocks.listPolicies(work)).items.find(
    ({ name, version, contracts }) => name === FIRST && version === 1 && contracts === 0,
  )
  if (first && isForAll(first)) await clocks.retirePolicy(work, { id: first.id })
}

function definitionOf(work: Work, { name, item }: Entry<Item>, means: Means): PolicyDefinition {
  const reasons = item.reasons?.flatMap((key) => means.made('reason', key) ?? [])
  return {
    name,
    match: { brands: null, entry_points: null, reasons: reasons?.length ? reasons : null, priorities: item.priorities ?? null },
    by_contract: item.by_contract,
    hours: { kind: item.hours },
    targets: item.targets,
    pauses: item.pauses,
    warn_percent: item.warn_percent,
    silence_minutes: item.silence_minutes,
    stagnation_minutes: item.stagnation_minutes,
    ladder: item.ladder.map(({ whom, ...step }) => ({ ...step, whom: { kind: whom }, id: newId<'step'>(work.now) as StepId })), // just made
  }
}

const saidOf = ({ name, match, by_contract, hours, targets, pauses, warn_percent, silence_minutes, stagnation_minutes, ladder }: PolicyDefinition): unknown => ({
  name, match, by_contract, hours, targets, pauses, warn_percent, silence_minutes, stagnation_minutes, ladder: ladder.map(({ of, when, whom, does }) => ({ of, when, whom, does })),
}) // prettier-ignore
