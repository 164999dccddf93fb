import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { listOpenShifts, putChoice, deleteOpenShift, type OpenShift } from '../../../contract/open-shifts.ts'
import type { Plan } from '../../../contract/plans.ts'
import { listSwaps, putSwapAnswer, type Swap } from '../../../contract/swaps.ts'
import { listPreferences, putPreferenceAnswer, type Preference } from '../../../contract/work-terms.ts'
import { useWishWords } from '../../mine/wish-words.ts'
import { dayName, lengthOf, wallHour } from '../grid/hours.ts'
import { Remarks } from '../remarks.tsx'
import { requestWords } from './words.ts'

/** What waits for an answer: swaps, open shifts with whoever wants them, wishes. */
export function RequestsDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(requestWords)
  const [tab, setTab] = useState('swaps')
  const swaps = useAsk(listSwaps, { which: 'to_answer', limit: 50 })
  const open = useAsk(listOpenShifts, { past: false, limit: 50 })
  const wishes = useAsk(listPreferences, { state: 'asked', everybody: true, limit: 50 })
  const offered = open.data?.items.filter(({ state }) => state === 'open') ?? []
  const some = (count: number | undefined): { count?: number } => (count ? { count } : {}) // a nought tells nothing, and takes the room of a word
  const pages = [
    { id: 'swaps', label: say('swaps'), ...some(swaps.data?.items.length), content: <Listing asked={swaps} nothing={say('noSwaps')}>{swaps.data?.items.map((swap) => <OneSwap key={swap.id} swap={swap} zone={plan.zone} />)}</Listing> },
    { id: 'bids', label: say('bids'), ...some(offered.length), content: <Listing asked={open} nothing={say('noBids')}>{offered.map((each) => <OneOpen key={each.id} offered={each} zone={plan.zone} />)}</Listing> },
    { id: 'wishes', label: say('wishes'), ...some(wishes.data?.items.length), content: <Listing asked={wishes} nothing={say('noWishes')}>{wishes.data?.items.map((wish) => <OneWish key={wish.id} wish={wish} />)}</Listing> },
  ]
  return (
    <Drawer open onClose={onClose} title={say('title')}>
      <Tabs label={say('title')} pages={pages} chosen={tab} onChoose={setTab} />
    </Drawer>
  )
} // prettier-ignore

type Asking = { error: Error | null; isPending: boolean; refetch: () => unknown }

function Listing({ asked, nothing, children }: { asked: Asking; nothing: string; children: React.ReactNode[] | undefined }) {
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={4} />
  return children && children.length > 0 ? <Stack>{children}</Stack> : <p className="scheduling-quiet">{nothing}</p>
}

type Shown = { day: string; starts_at: string; ends_at: string }
const useShiftWords = (zone: string): ((shift: Shown) => string) => {
  const spoken = useLanguage()
  return ({ day, starts_at, ends_at }) =>
    `${dayName(day, spoken, 'short')}, ${wallHour(Date.parse(starts_at), zone)}–${wallHour(Date.parse(ends_at), zone)}`
}

function OneSwap({ swap, zone }: { swap: Swap; zone: string }) {
  const say = useWords(requestWords)
  const shift = useShiftWords(zone)
  const answer = useSend(putSwapAnswer, { refetch: [listSwaps] })
  const name = swap.taken_by?.name ?? ''
  return (
    <Panel>
      <p><strong>{say('gives', { name: swap.gives.person.name, shift: shift(swap.gives) })}</strong></p>
      <p>{swap.wants ? say('takesFor', { name, shift: shift(swap.wants) }) : say('takes', { name })}</p>
      {swap.note && <p className="scheduling-quiet">{swap.note}</p>}
      {swap.troubles.length > 0 ? <Remarks troubles={swap.troubles} /> : <p className="scheduling-quiet">{say('fine')}</p>}
      {swap.may.includes('answer') && (
        <ButtonRow>
          <Button tone="primary" icon="check" isDisabled={swap.troubles.some(({ hard }) => hard)} busy={answer.isPending} onPress={() => answer.mutate({ id: swap.id, grant: true, because: '' })}>{say('grant')}</Button>
          <Button tone="quiet" icon="close" onPress={() => answer.mutate({ id: swap.id, grant: false, because: '' })}>{say('decline')}</Button>
        </ButtonRow>
      )}
    </Panel>
  )
} // prettier-ignore

function OneOpen({ offered, zone }: { offered: OpenShift; zone: string }) {
  const say = useWords(requestWords)
  const spoken = useLanguage()
  const shift = useShiftWords(zone)
  const choose = useSend(putChoice, { refetch: [listOpenShifts] })
  const withdraw = useSend(deleteOpenShift, { refetch: [listOpenShifts] })
  const when = new Date(offered.closes_at).toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone })
  const manages = offered.may.includes('choose')
  return (
    <Panel title={shift(offered)} actions={<Badge>{say('places', { taken: offered.taken, places: offered.places })}</Badge>}>
      <p className="scheduling-quiet">{say(offered.rule)} · {say('closes', { when })}</p>
      {offered.bids.length === 0 && <p className="scheduling-quiet">{say('noBidsYet', { when })}</p>}
      <ul className="scheduling-bids">
        {offered.bids.map((bid) => (
          <li key={bid.person.id}>
            <Person person={bid.person} />
            <small>{[say('saturdays', { count: bid.saturdays }), ...(bid.extra_min > 0 ? [say('extra', { hours: lengthOf(bid.extra_min, spoken) })] : [])].join(' · ')}</small>
            {manages && !bid.chosen && <Button size="small" icon="check" aria-label={say('choose', { name: bid.person.name })} onPress={() => choose.mutate({ id: offered.id, people: [bid.person.id] })}>{say('grant')}</Button>}
            {bid.troubles.length > 0 && <Remarks troubles={bid.troubles} />}
          </li>
        ))}
      </ul>
      <ButtonRow>
        {manages && offered.bids.length > 0 && offered.rule !== 'by_hand' && <Button size="small" onPress={() => choose.mutate({ id: offered.id })}>{say('byRule')}</Button>}
        {offered.may.includes('withdraw') && <Button size="small" tone="quiet" onPress={() => withdraw.mutate({ id: offered.id })}>{say('withdraw')}</Button>}
      </ButtonRow>
    </Panel>
  )
} // prettier-ignore

function OneWish({ wish }: { wish: Preference }) {
  const say = useWords(requestWords)
  const sayWish = useWishWords()
  const answer = useSend(putPreferenceAnswer, { refetch: [listPreferences] })
  return (
    <Panel>
      <Person person={wish.person} />
      <p>{sayWish(wish)}</p>
      {wish.note && <p className="scheduling-quiet">{wish.note}</p>}
      {wish.may.includes('answer') && (
        <ButtonRow>
          <Button size="small" icon="check" busy={answer.isPending} onPress={() => answer.mutate({ id: wish.id, grant: true, because: '' })}>{say('grant')}</Button>
          <Button size="small" tone="quiet" icon="close" onPress={() => answer.mutate({ id: wish.id, grant: false, because: '' })}>{say('decline')}</Button>
        </ButtonRow>
      )}
    </Panel>
  )
} // prettier-ignore
