// What choosing a set-up would change. Pure: what the document wants, what was made before and how it stands now, and what the house has by itself.
import type { ItemKind, PlanStep } from '../contract/plan.ts'

export type Wanted = { kind: ItemKind; key: string; name: string; asked: string } // asked: a mark of what the document says of it
// edited: not as it was left · gone: no longer there · rests: something rests on it
export type Held = {
  kind: ItemKind
  key: string
  name: string
  asked: string
  adopted: boolean
  edited: boolean
  gone: boolean
  rests: boolean
  retired: boolean
}
export type Yours = (item: Wanted) => boolean // the house has something of that name that no set-up made

/** In the order in which it is done: what goes, goes first, so that its names are free. */
export function planSetup(wanted: readonly Wanted[], held: readonly Held[], yours: Yours): PlanStep[] {
  const before = new Map(held.map((each) => [place(each), each]))
  const stays = new Set(wanted.map(place))
  const leaving = held.filter((each) => !each.retired && !stays.has(place(each))).map(leave)
  const coming = wanted.map((item) => come(item, before.get(place(item)), yours))
  return [...leaving.toReversed(), ...coming]
}

const place = ({ kind, key }: { kind: ItemKind; key: string }): string => `${kind} ${key}`

function come(item: Wanted, before: Held | undefined, yours: Yours): PlanStep {
  const step = (deed: PlanStep['deed'], why: PlanStep['why']): PlanStep => ({
    deed,
    why,
    kind: item.kind,
    key: item.key,
    name: item.name,
  })
  if (!before || before.retired) return yours(item) ? step('keep', 'yours') : step('add', 'new')
  if (before.adopted && !before.gone) return step('keep', 'yours')
  if (before.gone) return step('keep', 'taken_away')
  if (before.edited) return step('keep', 'edited')
  return before.asked === item.asked ? step('keep', 'same') : step('change', 'newer')
}

function leave({ kind, key, name, adopted, edited, gone, rests }: Held): PlanStep {
  const step = (deed: PlanStep['deed'], why: PlanStep['why']): PlanStep => ({ deed, why, kind, key, name })
  if (gone) return step('keep', 'taken_away')
  if (adopted) return step('keep', 'yours')
  if (edited) return step('keep', 'edited')
  return rests ? step('keep', 'rests') : step('retire', 'gone')
}
