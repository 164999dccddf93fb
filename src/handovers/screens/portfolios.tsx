import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Panel, Stack } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  countBatons, countResting, listPortfolioItems, listPortfolios, listResting, postBack, putPortfolioAnswer, putPortfolioSettled, type Portfolio, type PortfolioItem,
} from '../contract.ts' // prettier-ignore
import { words } from './words.ts'

const touched = [listPortfolios, listPortfolioItems, countBatons, listResting, countResting]

export function Portfolios() {
  const say = useWords(words)
  const received = useAsk(listPortfolios, { side: 'received', state: 'waiting', limit: 50 })
  const given = useAsk(listPortfolios, { side: 'given', state: 'waiting', limit: 50 })
  const taken = useAsk(listPortfolios, { side: 'received', state: 'ended', limit: 20 })
  const gone = useAsk(listPortfolios, { side: 'given', state: 'ended', limit: 20 })
  const all = [received, given, taken, gone]
  const failed = all.find(({ error }) => error)
  if (failed?.error) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />
  if (all.some(({ data }) => !data)) return <Skeleton lines={4} kind="rows" />
  const items = [...new Map(all.flatMap(({ data }) => data!.items).map((each) => [each.id, each])).values()]
  if (items.length === 0)
    return (
      <Panel>
        <Empty drawing="calm" title={say('emptyPortfolios')}>
          {say('emptyPortfoliosText')}
        </Empty>
      </Panel>
    )
  return (
    <Stack>
      {items.map((portfolio) => (
        <PortfolioCard key={portfolio.id} portfolio={portfolio} />
      ))}
    </Stack>
  )
}

export function PortfolioCard({ portfolio }: { portfolio: Portfolio }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const { counts, kinds, state } = portfolio
  const done = counts.all - counts.waiting
  return (
    <Panel title={`${say('portfolioOf', { name: portfolio.from.name })} ${say('portfolioTo', { name: portfolio.to.name })}`} {...(portfolio.may.includes('answer') ? { tone: 'promise' as const } : {})}>
      <Stack gap={2}>
        <p className="handovers-line">
          <Badge tone={state === 'ended' ? 'neutral' : 'promise'}>{portfolio.ended_as ? say(`endedAs_${portfolio.ended_as}`) : say(`state_${state}`)}</Badge>
          <span>{say(`occasion_${portfolio.occasion}`)}</span>
          <span>{kinds.map(({ kind, count }) => `${say(`kind_${kind}`)} ${count}`).join(' · ')}</span>
          {state !== 'ended' && (
            <small>
              {say('answerBefore')} <Time at={portfolio.answer_by} />
            </small>
          )}
        </p>
        {portfolio.message && <q className="handovers-quote">{portfolio.message}</q>}
        {state !== 'ended' && done > 0 && <Progress label={say('progress', { done, all: counts.all })} value={done / counts.all} />}
        <Deeds portfolio={portfolio} />
        <div className="ui-button-row">
          <Button size="small" tone="quiet" icon={open ? 'up' : 'down'} onPress={() => setOpen(!open)}>
            {say('seeItems')}
          </Button>
        </div>
        {open && <Items portfolio={portfolio} />}
      </Stack>
    </Panel>
  ) // prettier-ignore
}

function Deeds({ portfolio }: { portfolio: Portfolio }) {
  const say = useWords(words)
  const [asking, setAsking] = useState<'decline' | 'settle' | null>(null)
  const [because, setBecause] = useState('')
  const { id, may, to, from } = portfolio
  const answer = useSend(putPortfolioAnswer, { refetch: touched, onDone: () => setAsking(null) })
  const settle = useSend(putPortfolioSettled, { refetch: touched, onDone: () => setAsking(null) })
  const back = useSend(postBack, {
    refetch: touched,
    onDone: () => toast({ tone: 'good', text: say('backDone', { name: from.name }) }),
  })
  const go = () =>
    asking === 'decline' ? answer.mutate({ id, as: 'declined', because }) : settle.mutate({ id, to: to.id, because })
  if (asking !== null)
    return (
      <div className="handovers-decline">
        <TextField
          label={asking === 'decline' ? say('declineWhy', { name: from.name }) : say('because')}
          value={because}
          onChange={setBecause}
          isRequired
          maxLength={4000}
          autoFocus
        />
        <div className="ui-button-row">
          <Button
            size="small"
            tone="primary"
            isDisabled={because.trim() === ''}
            busy={answer.isPending || settle.isPending}
            onPress={go}
          >
            {say(asking === 'decline' ? 'declineNow' : 'decide')}
          </Button>
          <Button size="small" tone="quiet" onPress={() => setAsking(null)}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    )
  return (
    <div className="ui-button-row">
      {may.includes('answer') && (
        <>
          <Button tone="primary" icon="check" busy={answer.isPending} onPress={() => answer.mutate({ id, as: 'accepted', because: '' })}>
            {say('acceptAll')}
          </Button>
          <Button onPress={() => setAsking('decline')}>{say('declineAll')}</Button>
        </>
      )}
      {may.includes('settle') && <Button tone="promise" onPress={() => setAsking('settle')}>{say('settle')}</Button>}
      {may.includes('withdraw') && <Button size="small" onPress={() => answer.mutate({ id, as: 'withdrawn', because: '' })}>{say('withdraw')}</Button>}
      {may.includes('back') && <Button size="small" icon="undo" busy={back.isPending} onPress={() => back.mutate({ id, message: '' })}>{say('back')}</Button>}
    </div>
  ) // prettier-ignore
}

const tones = { waiting: 'promise', passed: 'good', declined: 'danger', gone: 'neutral' } as const

function Items({ portfolio }: { portfolio: Portfolio }) {
  const say = useWords(words)
  const found = useAskPages(listPortfolioItems, { id: portfolio.id, limit: 50 })
  if (found.isPending) return <Skeleton lines={3} kind="rows" />
  return (
    <>
      <ul className="handovers-items">
        {found.items.map((item) => (
          <li key={`${item.kind} ${item.id}`}>
            <Badge tone={tones[item.state]}>{say(`item_${item.state}`)}</Badge>
            <span>
              {item.label}
              <small>
                {say(`kind_${item.kind}`)} {item.customer && `· ${item.customer.name}`} {item.because && `· ${item.because}`}
              </small>
            </span>
            {portfolio.may.includes('answer') && item.state === 'waiting' && <OneByOne portfolio={portfolio} item={item} />}
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button size="small" tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

function OneByOne({ portfolio, item }: { portfolio: Portfolio; item: PortfolioItem }) {
  const say = useWords(words)
  const [because, setBecause] = useState<string | null>(null)
  const answer = useSend(putPortfolioAnswer, { refetch: touched })
  const tell = (as: 'accepted' | 'declined') =>
    answer.mutate({ id: portfolio.id, as, because: because ?? '', items: [{ kind: item.kind, id: item.id }] })
  if (because !== null)
    return (
      <span className="handovers-one">
        <TextField
          label={say('because')}
          hideLabel
          placeholder={say('because')}
          value={because}
          onChange={setBecause}
          autoFocus
          maxLength={500}
        />
        <Button size="small" isDisabled={because.trim() === ''} busy={answer.isPending} onPress={() => tell('declined')}>
          {say('declineOne')}
        </Button>
      </span>
    )
  return (
    <span className="handovers-one">
      <Button size="small" busy={answer.isPending} onPress={() => tell('accepted')}>
        {say('acceptOne')}
      </Button>
      <Button size="small" tone="quiet" onPress={() => setBecause('')}>
        {say('declineOne')}
      </Button>
    </span>
  )
}
