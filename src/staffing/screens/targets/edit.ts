// The targets' document as it is edited. Pure.
import { serviceFormulas } from '#rehearsal/contract'
import {
  shareFormulas, timeFormulas, type EffectiveAim, type Shrinkage, type ShrinkageKind, type StreamAim, type Target, type TargetsDocument,
} from '../../contract.ts' // prettier-ignore

export const formulaNames = [...serviceFormulas, ...timeFormulas, ...shareFormulas] as const
export type FormulaName = (typeof formulaNames)[number]

export const emptyDocument: TargetsDocument = { streams: [], occupancy_most: 0.9, shrinkage: [] }

const isOf = (aim: Pick<EffectiveAim, 'queue' | 'channel'>) => (each: StreamAim): boolean =>
  each.queue === aim.queue && each.channel === aim.channel // prettier-ignore

/** What is said of a stream; where nothing is, what serves for it now, to begin from. */
export const aimSaid = ({ streams }: TargetsDocument, aim: EffectiveAim): StreamAim =>
  streams.find(isOf(aim)) ?? {
    queue: aim.queue,
    channel: aim.channel,
    targets: [],
    due_within_s: null,
    fewest: 0,
    handling_s: null,
    patience_s: null,
    chats: null,
    lines: null,
  }

export const isSaid = ({ streams }: TargetsDocument, aim: EffectiveAim): boolean => streams.some(isOf(aim))

export function withAim(document: TargetsDocument, said: StreamAim): TargetsDocument {
  const others = document.streams.filter((each) => each.queue !== said.queue || each.channel !== said.channel)
  return { ...document, streams: [...others, said] }
}

export const withoutAim = (document: TargetsDocument, aim: EffectiveAim): TargetsDocument => ({
  ...document,
  streams: document.streams.filter((each) => !isOf(aim)(each)),
})

/** The same wish in another formula, as near as it can be. */
export function asFormula(target: Target, formula: FormulaName): Target {
  const service = serviceFormulas.find((each) => each === formula)
  if (service)
    return {
      formula: service,
      share: 'share' in target ? target.share : 0.8,
      within_s: 'within_s' in target ? target.within_s : 20,
    }
  const time = timeFormulas.find((each) => each === formula)
  if (time) return { formula: time, most_s: 'most_s' in target ? target.most_s : 30 }
  const share = shareFormulas.find((each) => each === formula)
  const most_share = formula === 'occupancy' ? 0.85 : 0.05
  return {
    formula: share ?? 'abandoned',
    most_share:
      'most_share' in target && target.formula !== 'occupancy' && formula !== 'occupancy' ? target.most_share : most_share,
  }
}

/** The same targets, in whatever order they were said. */
export function isSame(one: TargetsDocument, other: TargetsDocument): boolean {
  const told = ({ streams, occupancy_most, shrinkage }: TargetsDocument): string =>
    JSON.stringify([streams.map(inOrder).toSorted(), occupancy_most, shrinkage.map(inOrder).toSorted()])
  return told(one) === told(other)
}
const inOrder = (value: object): string => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))

type Three = { begun: TargetsDocument; theirs: TargetsDocument; mine: TargetsDocument }

/** What one has changed since one began, put on top of what somebody else has in the meantime. Where both changed the same, mine stands. */
export function onTop({ begun, theirs, mine }: Three): TargetsDocument {
  return {
    streams: merged(keyOfStream, { begun: begun.streams, theirs: theirs.streams, mine: mine.streams }),
    occupancy_most: mine.occupancy_most === begun.occupancy_most ? theirs.occupancy_most : mine.occupancy_most,
    shrinkage: merged(keyOfPlace, { begun: begun.shrinkage, theirs: theirs.shrinkage, mine: mine.shrinkage }),
  }
}

const keyOfStream = ({ queue, channel }: StreamAim): string => `${queue}|${channel}`
const keyOfPlace = ({ queue, site }: Shrinkage): string => JSON.stringify([queue, site])

type Lists<Item> = { begun: readonly Item[]; theirs: readonly Item[]; mine: readonly Item[] }
function merged<Item extends object>(keyOf: (item: Item) => string, { begun, theirs, mine }: Lists<Item>): Item[] {
  const by = (list: readonly Item[]) => new Map(list.map((item) => [keyOf(item), item]))
  const [before, other, own] = [by(begun), by(theirs), by(mine)]
  const told = (item: Item | undefined): string => (item ? inOrder(item) : '')
  return [...new Set([...other.keys(), ...own.keys()])].flatMap((key) => {
    const isMine = told(own.get(key)) !== told(before.get(key))
    return (isMine ? own.get(key) : other.get(key)) ?? []
  })
}

const isAt = ({ queue, site }: Pick<Shrinkage, 'queue' | 'site'>) => (each: Shrinkage): boolean => each.queue === queue && each.site === site // prettier-ignore

export const shrinkageSaid = (document: TargetsDocument, place: Pick<Shrinkage, 'queue' | 'site'>): Shrinkage | undefined =>
  document.shrinkage.find(isAt(place))

export function withShrinkage(document: TargetsDocument, said: Shrinkage): TargetsDocument {
  const known = document.shrinkage.some(isAt(said))
  return {
    ...document,
    shrinkage: known ? document.shrinkage.map((each) => (isAt(said)(each) ? said : each)) : [...document.shrinkage, said],
  }
}

export const withoutShrinkage = (document: TargetsDocument, place: Pick<Shrinkage, 'queue' | 'site'>): TargetsDocument => ({
  ...document,
  shrinkage: document.shrinkage.filter((each) => !isAt(place)(each)),
})

export const withPart = (said: Shrinkage, kind: ShrinkageKind, share: number): Shrinkage => ({
  ...said,
  parts: said.parts.some((part) => part.kind === kind)
    ? said.parts.map((part) => (part.kind === kind ? { kind, share } : part))
    : [...said.parts, { kind, share }],
})
