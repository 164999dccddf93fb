import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { TextField } from '#ui/field'
import { Panel, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listMyShifts } from '../../contract/shifts.ts'
import { deleteSwap, listSwaps, putSwapRefused, putSwapTaken, type Swap, type SwapState } from '../../contract/swaps.ts'
import { Mind, WhyNot } from './why-not.tsx'
import { refused } from '../planning/use-move-line.ts'
import { useSpanWords } from './span-words.ts'
import { words } from './words.ts'

const tones: Record<SwapState, BadgeTone> = { offered: 'info', taken: 'promise', granted: 'good', declined: 'danger', withdrawn: 'neutral', overtaken: 'neutral', expired: 'neutral' } // prettier-ignore

// What was withdrawn is over. What is offered to all and I could not take is no news to me; what is offered to me says why.
const isForMe = ({ state, to, troubles, ended_at }: Swap): boolean =>
  state !== 'withdrawn' &&
  (ended_at === null || Date.now() - Date.parse(ended_at) < KEPT) &&
  (state !== 'offered' || to !== null || troubles.every(({ hard }) => !hard))

const KEPT = 14 * 24 * 3_600_000 // what ended longer ago is no news

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
  const [refusing, setRefusing] = useState(false)
  const isMine = swap.gives.person.id === me?.person?.id
  return (
    <li>
      <What swap={swap} zone={zone} isMine={isMine} />
      <Badge tone={tones[swap.state]}>{say(`state_${swap.state}`)}</Badge>
      {swap.because && <p className="scheduling-quiet">{swap.answered_by ? say('declinedBy', { name: swap.answered_by.name, text: swap.because }) : swap.because}</p>}
      <WhyNot troubles={swap.troubles} />
      {swap.may.includes('take') && <Mind troubles={swap.troubles} />}
      {refusing && swap.may.includes('refuse') && <Refusing swap={swap} onDone={() => setRefusing(false)} />}
      {swap.may.length > 0 && !refusing && (
        <ButtonRow>
          {swap.may.includes('take') && <Button size="small" tone="primary" icon="check" busy={take.isPending} onPress={() => take.mutate({ id: swap.id })}>{say('take')}</Button>}
          {swap.may.includes('refuse') && <Button size="small" tone="quiet" onPress={() => setRefusing(true)}>{say('refuse')}</Button>}
          {swap.may.includes('withdraw') && <Button size="small" tone="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ id: swap.id })}>{say(isMine ? 'withdraw' : 'letGo')}</Button>}
        </ButtonRow>
      )}
    </li>
  )
} // prettier-ignore

/** No, with a word where one likes: who offered reads it. */
function Refusing({ swap: { id, gives }, onDone }: { swap: Swap; onDone: () => void }) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const no = useSend(putSwapRefused, { refetch: [listSwaps], onDone, onError: (error) => refused(error) })
  return (
    <Stack gap={2}>
      <TextField label={say('refuseWhy', { name: gives.person.name })} value={because} onChange={setBecause} maxLength={500} autoFocus />
      <ButtonRow>
        <Button size="small" tone="primary" busy={no.isPending} onPress={() => no.mutate({ id, because })}>{say('refuseIt')}</Button>
        <Button size="small" tone="quiet" onPress={onDone}>{say('cancel')}</Button>
      </ButtonRow>
    </Stack>
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
