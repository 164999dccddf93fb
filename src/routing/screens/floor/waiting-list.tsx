import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useLive } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { Menu, type Choice } from '#ui/menu'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listQueueItems, raiseItem, type FloorQueue, type Item } from '../../contract.ts'
import { iconOf } from '../agent/icon-of.ts'
import { words } from './drawer-words.ts'
import type { Seen } from './page.tsx'
import { Since } from './since.tsx'

const Why = lazy(async () => ({ default: (await import('./why.tsx')).Why }))
const MoveTo = lazy(async () => ({ default: (await import('./move-to.tsx')).MoveTo }))
const OfferTo = lazy(async () => ({ default: (await import('./offer-to.tsx')).OfferTo }))

const MOVES = ['routing.arrived', 'routing.offered', 'routing.offer_ended', 'routing.taken', 'routing.moved', 'routing.back', 'routing.ended', 'routing.item_raised'] // prettier-ignore
type Asked = { what: 'why' | 'move' | 'offer'; item: Item } | null

/** What waits, the next first: offered ones on top. Each can be asked why, moved, raised, offered to somebody. */
export function WaitingList({ seen, queue }: { seen: Seen; queue: FloorQueue }) {
  const say = useWords(words)
  const offered = useAskPages(listQueueItems, { queue: queue.id, state: 'offered', limit: 50 })
  const waiting = useAskPages(listQueueItems, { queue: queue.id, state: 'waiting', limit: 50 })
  const [asked, setAsked] = useState<Asked>(null)
  useLive(MOVES, ({ payload }) => {
    if ((payload as { queue?: unknown } | null)?.queue !== queue.id) return // of this queue; each event of routing names its queue
    void offered.refetch()
    void waiting.refetch()
  })
  const failed = waiting.error ?? offered.error
  if (failed && !waiting.data) return <Failure error={failed} onRetry={() => void waiting.refetch()} />
  if (waiting.isPending || offered.isPending) return <Skeleton lines={4} kind="rows" />
  const items = [...offered.items, ...waiting.items]
  if (items.length === 0) return <Empty drawing="calm" title={say('noneWait')}>{say('noneWaitText')}</Empty> // prettier-ignore
  const close = () => setAsked(null)
  return (
    <>
      <ol className="floor-waiting">
        {items.map((item) => (
          <Line key={item.id} item={item} steer={seen.roster.may.steer} onAsk={(what) => setAsked({ what, item })} />
        ))}
      </ol>
      {waiting.hasMore && (
        <Button tone="quiet" busy={waiting.isFetchingNextPage} onPress={waiting.more}>
          {say('more')}
        </Button>
      )}
      <Suspense>
        {asked?.what === 'why' && <Why item={asked.item} onClose={close} />}
        {asked?.what === 'move' && <MoveTo seen={seen} item={asked.item} onClose={close} />}
        {asked?.what === 'offer' && <OfferTo seen={seen} item={asked.item} onClose={close} />}
      </Suspense>
    </>
  )
}

type OfLine = { item: Item; steer: boolean; onAsk: (what: 'why' | 'move' | 'offer') => void }

function Line({ item, steer, onAsk }: OfLine) {
  const say = useWords(words)
  const raise = useSend(raiseItem, { refetch: [listQueueItems], onDone: () => toast({ tone: 'good', text: say('raised') }) })
  const choices: Choice[] = [
    { id: 'offer', label: say('offer'), icon: 'handover', run: () => onAsk('offer') },
    { id: 'raise', label: say('raise'), icon: 'up', run: () => raise.mutate({ item: item.id }) },
    { id: 'move', label: say('move'), icon: 'right', run: () => onAsk('move') },
  ]
  return (
    <li className="floor-item">
      <Icon name={iconOf[item.channel]} size={18} />
      <span className="floor-item-what">
        <strong>{item.customer?.name ?? item.title}</strong>
        <small>
          {item.case ? <Link to={`/cases/${item.case.id}`}>{say('case', { number: item.case.number })}</Link> : null}
          {item.customer && item.title ? `${item.case ? ' · ' : ''}${item.title}` : ''}
        </small>
        {item.raised && <Badge tone="promise" icon="up">{say('isRaised')}</Badge>}
        {item.offered_to.length > 0 && <Badge tone="accent">{say('offeredTo', { names: item.offered_to.map(({ name }) => name).join(', ') })}</Badge>}
      </span>
      <span className="floor-figure">
        <Since at={item.arrived_at} />
      </span>
      <Button size="small" tone="quiet" onPress={() => onAsk('why')}>
        {say('why')}
      </Button>
      {steer && <Menu label={say('act')} trigger={<IconButton icon="more" size="small" label={say('act')} />} groups={[{ choices }]} />}
    </li>
  )
} // prettier-ignore
