import { Panel, Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listSwaps, putSwapAnswer, type Swap } from '../../../contract/swaps.ts'
import { useSpanWords } from '../../mine/span-words.ts'
import { Remarks } from '../remarks.tsx'
import { refused } from '../use-move-line.ts'
import { Answer } from './answer.tsx'
import { requestWords } from './words.ts'

/** Who gives what to whom, what stands against it, and the answer. */
export function OneSwap({ swap, zone }: { swap: Swap; zone: string }) {
  const say = useWords(requestWords)
  const shift = useSpanWords(zone)
  const answer = useSend(putSwapAnswer, {
    refetch: [listSwaps],
    onDone: ({ state }) => toast({ text: say(state === 'granted' ? 'granted' : 'declined'), tone: 'good' }),
    onError: (error) => refused(error),
  })
  const name = swap.taken_by?.name ?? ''
  return (
    <Panel>
      <Stack gap={2}>
        <p><strong>{say('gives', { name: swap.gives.person.name, shift: shift(swap.gives) })}</strong></p>
        <p>{swap.wants ? say('takesFor', { name, shift: shift(swap.wants) }) : say('takes', { name })}</p>
        {swap.note && <p className="scheduling-quiet">{say('note', { text: swap.note })}</p>}
        {swap.troubles.length > 0 ? <Remarks troubles={swap.troubles} /> : <p className="scheduling-quiet">{say('fine')}</p>}
        {swap.may.includes('answer') && <Answer busy={answer.isPending} isBarred={swap.troubles.some(({ hard }) => hard)} onAnswer={(grant, because) => answer.mutate({ id: swap.id, grant, because })} />}
      </Stack>
    </Panel>
  )
} // prettier-ignore
