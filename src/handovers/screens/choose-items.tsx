import { useEffect } from 'react'
import type { PersonId } from '#base/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listResting, MOST_CHOSEN, type Item, type ItemKind } from '../contract.ts'
import { words } from './words.ts'

export type Grouping = 'none' | 'customer' | 'company'
export type Chosen = ReadonlyMap<string, { kind: ItemKind; id: string }>
export const keyOf = ({ kind, id }: { kind: ItemKind; id: string }): string => `${kind} ${id}`

type Toggle = (items: readonly Item[], on: boolean) => void
type Choosing = { kind: ItemKind; by: Grouping; whose: { person?: PersonId }; chosen: Chosen; onToggle: Toggle }

/** What rests on somebody, of one kind: one by one, or by customer or company with one tick for all of theirs. */
export function ChooseItems({ kind, by, whose, chosen, onToggle }: Choosing) {
  const say = useWords(words)
  const found = useAskPages(listResting, { kind, limit: 100, ...whose })
  const { hasMore, isFetchingNextPage, more, items } = found
  const wantsAll = by !== 'none' && hasMore && !isFetchingNextPage && items.length < MOST_CHOSEN // a group is whole, or its tick would lie
  useEffect(() => {
    if (wantsAll) more()
  }, [wantsAll, more])
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton lines={5} kind="rows" />
  const groups = by === 'none' ? [{ key: 'all', name: say('all'), items }] : groupsOf(items, by, say('noGroup'))
  return (
    <Panel flush>
      {groups.map((group) => (
        <Group key={group.key} name={group.name} items={group.items} chosen={chosen} onToggle={onToggle} />
      ))}
      {hasMore && (
        <Button tone="quiet" busy={isFetchingNextPage} onPress={more}>
          {say('more')}
        </Button>
      )}
    </Panel>
  )
}

type Grouped = { key: string; name: string; items: Item[] }
function groupsOf(items: readonly Item[], by: 'customer' | 'company', none: string): Grouped[] {
  const groups = new Map<string, Grouped>()
  for (const item of items) {
    const of = item[by]
    const group = groups.get(of?.id ?? '') ?? { key: of?.id ?? 'none', name: of?.name ?? none, items: [] }
    group.items.push(item)
    groups.set(of?.id ?? '', group)
  }
  const last = ({ key }: Grouped): number => (key === 'none' ? 1 : 0)
  return [...groups.values()].toSorted((a, b) => last(a) - last(b) || a.name.localeCompare(b.name))
}

type OfGroup = { name: string; items: readonly Item[]; chosen: Chosen; onToggle: Toggle }
function Group({ name, items, chosen, onToggle }: OfGroup) {
  const free = items.filter(({ offered_to }) => offered_to === null)
  const ticked = free.filter((item) => chosen.has(keyOf(item))).length
  return (
    <section aria-label={name}>
      <div className="handovers-all">
        <Checkbox isSelected={free.length > 0 && ticked === free.length} isDisabled={free.length === 0} onChange={(on) => onToggle(free, on)}>
          <strong>{`${name} · ${items.length}`}</strong>
        </Checkbox>
      </div>
      <ul className="handovers-items handovers-choose">
        {items.map((item) => (
          <One key={item.id} item={item} group={name} isChosen={chosen.has(keyOf(item))} onToggle={onToggle} />
        ))}
      </ul>
    </section>
  )
} // prettier-ignore

type Row = { item: Item; group: string; isChosen: boolean; onToggle: Toggle } // what the group says is not said again
function One({ item, group, isChosen, onToggle }: Row) {
  const say = useWords(words)
  const of = useContactOf()
  const detail = [item.customer?.name, item.company?.name].filter((name) => name && name !== item.label && name !== group)
  return (
    <li>
      <Checkbox
        isSelected={isChosen} isDisabled={item.offered_to !== null} onChange={(on) => onToggle([item], on)}
        detail={[...detail, item.kind === 'contact' ? of(item.detail) : item.detail].filter(Boolean).join(' · ')}
      >
        {item.label}
      </Checkbox>
      <span className="handovers-marks">
        {item.quiet && <Badge>{say('quiet')}</Badge>}
        {item.offered_to && <Badge tone="promise">{say('alreadyOffered', { name: item.offered_to.name })}</Badge>}
        {item.at && <Time at={item.at} />}
      </span>
    </li>
  )
} // prettier-ignore

/** Whose point of contact it is, in words: its detail says customer, company or project. */
export function useContactOf(): (of: string) => string {
  const say = useWords(words)
  return (of) => (of === 'customer' || of === 'company' || of === 'project' ? say(`of_${of}`) : of)
}
