import { useMe } from '#access/screens'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listMyShifts } from '../../contract/shifts.ts'
import { deleteSwap, listSwaps, putSwapTaken, type Swap, type SwapState } from '../../contract/swaps.ts'
import { WhyNot } from './why-not.tsx'
import { refused } from '../planning/use-move-line.ts'
import { useSpanWords } from './span-words.ts'
import { words } from './words.ts'

const tones: Record<SwapState, BadgeTone> = { offered: 'info', taken: 'promise', granted: 'good', declined: 'danger', withdrawn: 'neutral', overtaken: 'neutral', expired: 'neutral' } // prettier-ignore

// What was withdrawn is over. What is offered to all and I could not take is no news to me; what is offered to me says why.
const isForMe = ({ state, to, troubles }: Swap): boolean =>
  state !== 'withdrawn' && (state !== 'offered' || to !== null || troubles.every(({ hard }) => !hard))

/** Shifts I offer, and those I could take. */
export function MySwaps({ zone }: { zone: string }) {
  const say = useWords(words)
  const swaps = useAsk(listSwaps, { which: 'mine', limit: 30 })
  const items = swaps.data?.items.filter(isForMe) ?? []
  return (
    <Panel title={say('swaps')}>
      {items.length === 0 && <p className="scheduling-quiet">{say('noSwaps')}</p>}
      <ul className="scheduling-asks">
        {items.map((swap) => (
          <One key={swap.id} swap={swap} zone={zone} />
        ))}
      </ul>
    </Panel>
  )
}

function One({ swap, zone }: { swap: Swap; zone: string }) {
  const say = useWords(words)
  const { me } = useMe()
  const { take, withdraw } = useAnswers()
  const isMine = swap.gives.person.id === me?.person?.id
  return (
    <li>
      <What swap={swap} zone={zone} isMine={isMine} />
      <Badge tone={tones[swap.state]}>{say(`state_${swap.state}`)}</Badge>
      {swap.because && <p className="scheduling-quiet">{swap.answered_by ? say('declinedBy', { name: swap.answered_by.name, text: swap.because }) : swap.because}</p>}
      <WhyNot troubles={swap.troubles} />
      {swap.may.length > 0 && (
        <ButtonRow>
          {swap.may.includes('take') && <Button size="small" tone="primary" icon="check" busy={take.isPending} onPress={() => take.mutate({ id: swap.id })}>{say('take')}</Button>}
          {swap.may.includes('withdraw') && <Button size="small" tone="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ id: swap.id })}>{say(isMine ? 'withdraw' : 'letGo')}</Button>}
        </ButtonRow>
      )}
    </li>
  )
} // prettier-ignore

function useAnswers() {
  const say = useWords(words)
  const take = useSend(putSwapTaken, {
    refetch: [listSwaps, listMyShifts],
    onDone: ({ state }) => toast({ text: say(state === 'granted' ? 'tookNow' : 'took'), tone: 'good' }),
    onError: (error) => refused(error),
  })
  return { take, withdraw: useSend(deleteSwap, { refetch: [listSwaps] }) }
}

const ofMine = { offered: 'offeredByMe', taken: 'offeredByMe', granted: 'gaveByMe', declined: 'offeredThen', withdrawn: 'offeredThen', overtaken: 'offeredThen', expired: 'offeredThen' } as const // prettier-ignore

/** Whose shift, what for, and who has it or is asked. */
function What({ swap: { gives, wants, to, taken_by, state, note }, zone, isMine }: { swap: Swap; zone: string; isMine: boolean }) {
  const say = useWords(words)
  const span = useSpanWords(zone)
  const given = state === 'granted'
  const shift = span(gives)
  const other = taken_by ?? to
  const whom = other ? say(taken_by && !given ? 'takenBy' : 'toOne', { name: other.name }) : ''
  const lead = isMine ? say(ofMine[state], { shift }) : say(given ? 'tookFrom' : 'offeredByOther', { name: gives.person.name, shift })
  return (
    <>
      <p>
        <strong>{lead}</strong>
        {isMine && whom && ` ${whom}`}
        {wants && `, ${say('inReturn', { shift: span(wants) })}`}
      </p>
      {note && <p className="scheduling-quiet">{note}</p>}
    </>
  )
} // prettier-ignore
