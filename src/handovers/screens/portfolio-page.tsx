import { useState, type ReactNode } from 'react'
import type { PersonId } from '#base/contract'
import { useMe } from '#access/screens'
import { ChoosePerson, useAllPeople } from '#staff/screens'
import { Button, ButtonLink } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { countResting, itemKinds, type Item, type ItemKind } from '../contract.ts'
import { ChooseItems, keyOf, type Chosen, type Grouping } from './choose-items.tsx'
import { OfferPortfolio } from './offer-portfolio.tsx'
import { words } from './words.ts'
import './handovers.css'

/** Everything that rests on me (or, for who gives cases, on anybody), and passing any part of it as one offer. */
export function PortfolioPage() {
  const say = useWords(words)
  const { me, may } = useMe()
  const own = me?.person?.id ?? null
  const [person, setPerson] = useState<PersonId | null>(null)
  const [by, setBy] = useState<Grouping>('none')
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [offering, setOffering] = useState<'chosen' | 'all' | null>(null)
  const of = person && person !== own ? person : null
  const name = useAllPeople().find(({ id }) => id === of)?.name
  const whose = whoseOf(of)
  const counts = useAsk(countResting, whose)
  const filled = itemKinds.flatMap((kind) => {
    const count = counts.data?.kinds.find((each) => each.kind === kind)?.count ?? 0
    return count > 0 ? [{ kind, count }] : []
  })
  const toggle = (items: readonly Item[], on: boolean) => setChosen((before) => changed(before, items, on))
  const look = (at: PersonId | null) => {
    setPerson(at)
    setChosen(new Map())
  }
  const close = (done: boolean) => {
    setOffering(null)
    if (done) setChosen(new Map())
  }
  return (
    <Page title={name ? say('theirs', { name }) : say('mine')} lead={say('mineLead')} actions={<ButtonLink icon="handover" href="/desk/hand-overs">{say('title')}</ButtonLink>}>
      <div className="handovers-tools">
        {may('case.assign') && <ChoosePerson label={say('whose')} value={person ?? own} onChange={look} />}
        <Segments label={say('groupBy')} value={by} onChange={setBy} options={groupings.map((id) => ({ id, label: say(`by_${id}`) }))} />
        <span className="handovers-offer">
          <span className="handovers-hint" aria-live="polite">
            {say('chosen', { count: chosen.size })}
          </span>
          <Button isDisabled={filled.length === 0} onPress={() => setOffering('all')}>{say('offerAll')}</Button>
          <Button tone="primary" icon="handover" isDisabled={chosen.size === 0} onPress={() => setOffering('chosen')}>
            {say('offerChosen')}
          </Button>
        </span>
      </div>
      {counts.error && <Failure error={counts.error} onRetry={() => void counts.refetch()} />}
      <Resting
        key={of ?? 'own'} isPending={counts.isPending} isKnown={counts.isSuccess} filled={filled}
        show={(kind) => <ChooseItems kind={kind} by={by} whose={whose} chosen={chosen} onToggle={toggle} />}
      />
      {offering && <OfferPortfolio from={of} items={offering === 'chosen' ? [...chosen.values()] : null} onClose={close} />}
    </Page>
  )
} // prettier-ignore

const whoseOf = (person: PersonId | null) => (person ? { person } : {})

type RestingProps = {
  isPending: boolean
  isKnown: boolean
  filled: readonly { kind: ItemKind; count: number }[]
  show: (kind: ItemKind) => ReactNode
}

function Resting({ isPending, isKnown, filled, show }: RestingProps) {
  const say = useWords(words)
  if (isPending) return <Skeleton lines={5} kind="rows" />
  if (filled.length === 0)
    return (
      isKnown && (
        <Panel>
          <Empty drawing="calm" title={say('emptyKind')}>
            {say('emptyKindText')}
          </Empty>
        </Panel>
      )
    )
  const pages = filled.map(({ kind, count }) => ({ id: kind, label: say(`kind_${kind}`), count, content: show(kind) }))
  return <Tabs label={say('mine')} pages={pages} />
}

const groupings = ['none', 'customer', 'company'] as const satisfies readonly Grouping[]

function changed(before: Chosen, items: readonly Item[], on: boolean): Chosen {
  const next = new Map<string, { kind: ItemKind; id: string }>(before)
  for (const item of items) {
    if (on) next.set(keyOf(item), { kind: item.kind, id: item.id })
    else next.delete(keyOf(item))
  }
  return next
}
