import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getPlan, listCovered, putChoice, type CoveredItem, type CoverKind, type Plan } from '../contract.ts'
import { ChooseCover } from './choose-cover.tsx'
import { Spans } from './spans.tsx'
import { words } from './words.ts'

const canBeChosen = (kind: CoverKind): kind is 'case' | 'contact' => kind === 'case' || kind === 'contact'

/** One kind of thing, one line each, with who covers it; somebody else may be chosen for those that are ticked. */
export function Things({ plan, kind }: { plan: Plan; kind: CoverKind }) {
  const say = useWords(words)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [choosing, setChoosing] = useState(false)
  const found = useAskPages(listCovered, { ...(plan.absence ? { absence: plan.absence } : {}), kind, gaps: false, limit: 100 })
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton lines={4} kind="rows" />
  const toggle = (ids: readonly string[], on: boolean) => setChosen((before) => (on ? before.union(new Set(ids)) : before.difference(new Set(ids))))
  const all = found.items.map(({ id }) => id)
  const may = plan.may.choose && canBeChosen(kind)
  return (
    <>
      {may && (
        <div className="cover-choose">
          <Checkbox isSelected={all.length > 0 && all.every((id) => chosen.has(id))} onChange={(on) => toggle(all, on)}>
            {say('tick', { count: chosen.size })}
          </Checkbox>
          <Button size="small" icon="people" isDisabled={chosen.size === 0} onPress={() => setChoosing(true)}>
            {say('choose')}
          </Button>
        </div>
      )}
      <ul className="cover-things">
        {found.items.map((item) => (
          <li key={item.id} data-gap={item.gap || undefined}>
            {may ? (
              <Checkbox isSelected={chosen.has(item.id)} onChange={(on) => toggle([item.id], on)}>
                <What item={item} />
              </Checkbox>
            ) : (
              <What item={item} />
            )}
            <Spans spans={item.spans} usual={plan.spans} />
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {choosing && canBeChosen(kind) && (
        <Choose
          plan={plan}
          items={[...chosen].map((id) => ({ kind, id }))}
          onClose={() => {
            setChoosing(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
} // prettier-ignore

function What({ item: { label, customer, quiet } }: { item: CoveredItem }) {
  const say = useWords(words)
  return (
    <span className="cover-what">
      <span>{label}</span>
      {customer && customer.name !== label && <small>{customer.name}</small>}
      {quiet && <Badge>{say('quiet')}</Badge>}
    </span>
  )
}

type Choosing = { plan: Plan; items: { kind: 'case' | 'contact'; id: string }[]; onClose: () => void }

function Choose({ plan: { absence, person }, items, onClose }: Choosing) {
  const say = useWords(words)
  const choose = useSend(putChoice, {
    refetch: [getPlan, listCovered],
    onDone: () => {
      toast({ tone: 'good', text: say('chosen') })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  if (!absence) return null
  return (
    <ChooseCover
      title={say('chooseFor', { count: items.length })}
      without={person.id}
      of={choose}
      onChoose={(who) => choose.mutate({ absence, person: who, items })}
      onBack={() => choose.mutate({ absence, person: null, items })}
      onClose={onClose}
    />
  )
}
