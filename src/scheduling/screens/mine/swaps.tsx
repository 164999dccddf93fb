import { useMe } from '#access/screens'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { listMyShifts, type ShiftInForce } from '../../contract/shifts.ts'
import { deleteSwap, listSwaps, putSwapTaken, type Swap, type SwapState } from '../../contract/swaps.ts'
import { Remarks } from '../planning/remarks.tsx'
import { useSpanWords } from './span-words.ts'
import { words } from './words.ts'

const tones: Record<SwapState, BadgeTone> = { offered: 'info', taken: 'promise', granted: 'good', declined: 'danger', withdrawn: 'neutral', overtaken: 'neutral' } // prettier-ignore

/** Shifts I offer, and those I could take. */
export function MySwaps({ zone }: { zone: string; shifts: readonly ShiftInForce[] }) {
  const say = useWords(words)
  const swaps = useAsk(listSwaps, { which: 'mine', limit: 30 })
  const items = swaps.data?.items ?? []
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
  const span = useSpanWords(zone)
  const take = useSend(putSwapTaken, { refetch: [listSwaps, listMyShifts] })
  const withdraw = useSend(deleteSwap, { refetch: [listSwaps] })
  const own = swap.gives.person.id === me?.person?.id
  const shift = span(swap.gives)
  return (
    <li>
      <p>
        <strong>{own ? say('offeredByMe', { shift }) : say('offeredByOther', { name: swap.gives.person.name, shift })}</strong>
        {swap.wants && ` ${say('inReturn', { shift: span(swap.wants) })}`}
        {swap.to && own && ` ${say('toOne', { name: swap.to.name })}`}
      </p>
      {swap.note && <p className="scheduling-quiet">{swap.note}</p>}
      <Badge tone={tones[swap.state]}>{say(`state_${swap.state}`)}</Badge>
      {swap.because && <p className="scheduling-quiet">{swap.because}</p>}
      {swap.may.includes('take') && <Remarks troubles={swap.troubles} />}
      {swap.may.length > 0 && (
        <ButtonRow>
          {swap.may.includes('take') && (
            <Button size="small" tone="primary" icon="check" busy={take.isPending} onPress={() => take.mutate({ id: swap.id })}>
              {say('take')}
            </Button>
          )}
          {swap.may.includes('withdraw') && (
            <Button size="small" tone="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ id: swap.id })}>
              {say('withdraw')}
            </Button>
          )}
        </ButtonRow>
      )}
    </li>
  )
}
