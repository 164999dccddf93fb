import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { useMe } from '#access/screens'
import { ChoosePerson, useAllPeople } from '#staff/screens'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Checkbox, Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Page, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countResting, itemKinds, listPortfolios, listResting, postPortfolio, type Item, type ItemKind } from '../contract.ts'
import { words } from './words.ts'
import './handovers.css'

type Chosen = ReadonlyMap<string, { kind: ItemKind; id: string }>
const keyOf = ({ kind, id }: { kind: ItemKind; id: string }): string => `${kind} ${id}`

/** Everything that rests on me, and passing any part of it as one offer. */
export function PortfolioPage() {
  const say = useWords(words)
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [offering, setOffering] = useState<'chosen' | 'all' | null>(null)
  const counts = useAsk(countResting, {})
  const toggle = (items: readonly Item[], on: boolean) => {
    const next = new Map(chosen)
    for (const item of items) if (on) next.set(keyOf(item), { kind: item.kind, id: item.id })
      else next.delete(keyOf(item))
    setChosen(next)
  } // prettier-ignore
  const countOf = (kind: ItemKind) => counts.data?.kinds.find((each) => each.kind === kind)?.count ?? 0
  return (
    <Page
      title={say('mine')}
      lead={say('mineLead')}
      actions={
        <>
          <ButtonLink icon="handover" href="/desk/hand-overs">
            {say('title')}
          </ButtonLink>
          <Button onPress={() => setOffering('all')}>{say('offerAll')}</Button>
          <Button tone="primary" icon="handover" isDisabled={chosen.size === 0} onPress={() => setOffering('chosen')}>
            {say('offerChosen')}
          </Button>
        </>
      }
    >
      <p className="handovers-hint" aria-live="polite">
        {say('chosen', { count: chosen.size })}
      </p>
      {counts.error && <Failure error={counts.error} />}
      <Tabs
        label={say('mine')}
        pages={itemKinds.map((kind) => ({
          id: kind,
          label: say(`kind_${kind}`),
          ...(countOf(kind) > 0 ? { count: countOf(kind) } : {}),
          content: <Kind kind={kind} chosen={chosen} onToggle={toggle} />,
        }))}
      />
      {offering && (
        <OfferDialog
          items={offering === 'chosen' ? [...chosen.values()] : null}
          onClose={(done) => {
            setOffering(null)
            if (done) setChosen(new Map())
          }}
        />
      )}
    </Page>
  )
}

type Choosing = { kind: ItemKind; chosen: Chosen; onToggle: (items: readonly Item[], on: boolean) => void }

function Kind({ kind, chosen, onToggle }: Choosing) {
  const say = useWords(words)
  const found = useAskPages(listResting, { kind, limit: 100 })
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton lines={5} kind="rows" />
  const free = found.items.filter(({ offered_to }) => offered_to === null)
  if (found.items.length === 0)
    return (
      <Panel>
        <Empty drawing="calm" title={say('emptyKind')}>
          {say('emptyKindText')}
        </Empty>
      </Panel>
    )
  return (
    <Panel flush>
      <div className="handovers-all">
        <Checkbox isSelected={free.length > 0 && free.every((item) => chosen.has(keyOf(item)))} onChange={(on) => onToggle(free, on)}>
          {say('all')}
        </Checkbox>
      </div>
      <ul className="handovers-items handovers-choose">
        {found.items.map((item) => (
          <li key={item.id}>
            <Checkbox
              isSelected={chosen.has(keyOf(item))} isDisabled={item.offered_to !== null} onChange={(on) => onToggle([item], on)}
              detail={[item.customer?.name, item.company?.name, item.detail].filter(Boolean).join(' · ')}
            >
              {item.label}
            </Checkbox>
            <span className="handovers-marks">
              {item.quiet && <Badge>{say('quiet')}</Badge>}
              {item.offered_to && <Badge tone="promise">{say('alreadyOffered', { name: item.offered_to.name })}</Badge>}
              {item.at && <Time at={item.at} />}
            </span>
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
    </Panel>
  ) // prettier-ignore
}

function OfferDialog({ items, onClose }: { items: { kind: ItemKind; id: string }[] | null; onClose: (done: boolean) => void }) {
  const say = useWords(words)
  const { me } = useMe()
  const [to, setTo] = useState<PersonId | null>(null)
  const [occasion, setOccasion] = useState<'leave' | 'reorganisation'>('leave')
  const [message, setMessage] = useState('')
  const [introduce, setIntroduce] = useState(true)
  const name = useAllPeople().find(({ id }) => id === to)?.name ?? ''
  const offer = useSend(postPortfolio, {
    refetch: [listPortfolios, listResting, countResting],
    onDone: () => {
      toast({ tone: 'good', text: say('portfolioOffered', { name }) })
      onClose(true)
    },
    onError: () => {}, // shown in place
  })
  const go = () => to && offer.mutate({ to, occasion, message, introduce, wanted: items ? { items } : {} })
  const foot = (
    <>
      <Button onPress={() => onClose(false)}>{say('cancel')}</Button>
      <Button tone="primary" icon="handover" isDisabled={!to} busy={offer.isPending} onPress={go}>
        {say('offerPortfolio')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={() => onClose(false)} title={say('portfolioTitle')} foot={foot}>
      <Stack>
        <ChoosePerson label={say('to')} value={to} onChange={setTo} isRequired {...(me?.person ? { without: me.person.id } : {})} />
        <Radios
          label={say('occasion')} value={occasion} onChange={setOccasion}
          options={[{ id: 'leave', label: say('occasion_leave') }, { id: 'reorganisation', label: say('occasion_reorganisation') }]}
        />
        <TextArea label={say('message')} rows={3} value={message} onChange={setMessage} maxLength={4000} />
        <Checkbox isSelected={introduce} onChange={setIntroduce}>
          {say('introduceAll')}
        </Checkbox>
        {offer.error && <Failure error={offer.error} />}
      </Stack>
    </Dialog>
  ) // prettier-ignore
}
