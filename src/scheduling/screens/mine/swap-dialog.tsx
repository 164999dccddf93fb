import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { ShiftInForce } from '../../contract/shifts.ts'
import { listSwapChoices, listSwaps, postSwap } from '../../contract/swaps.ts'
import { useSpanWords } from './span-words.ts'
import { words } from './words.ts'

const ALL = 'all'
const MOST = 12

/** My shift offered: to all, to a colleague for one of theirs, or to somebody who is free. */
export function SwapDialog({ shift, zone, onClose }: { shift: ShiftInForce; zone: string; onClose: () => void }) {
  const say = useWords(words)
  const span = useSpanWords(zone)
  const choices = useAsk(listSwapChoices, { shift: shift.id })
  const [chosen, setChosen] = useState(ALL)
  const [note, setNote] = useState('')
  const propose = useSend(postSwap, {
    refetch: [listSwaps],
    onDone: () => {
      toast({ text: say('proposed'), tone: 'good' })
      onClose()
    },
  })
  const theirs = choices.data?.shifts.slice(0, MOST) ?? []
  const free = choices.data?.free.slice(0, MOST) ?? []
  const options = [
    { id: ALL, label: say('toAll'), detail: say('toAllText') },
    ...theirs.map((each) => ({ id: each.id as string, label: each.person.name, detail: say('inReturn', { shift: span(each) }) })),
    ...free.map(({ id, name }) => ({ id: id as string, label: say('forNothing', { name }) })),
  ]
  const send = (): void => {
    const wanted = theirs.find(({ id }) => id === chosen)
    const to = wanted?.person ?? free.find(({ id }) => id === chosen) ?? null
    propose.mutate({ shift: shift.id, to: to?.id ?? null, for_shift: wanted?.id ?? null, note })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('swapTitle')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" icon="send" busy={propose.isPending} onPress={send}>{say('propose')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        <p className="scheduling-quiet">{say('swapLead', { shift: span(shift) })}</p>
        {choices.error ? <Failure error={choices.error} onRetry={() => void choices.refetch()} /> : choices.isPending ? <Skeleton lines={4} /> : <Radios label={say('withWhom')} options={options} value={chosen} onChange={setChosen} />}
        <TextField label={say('note')} value={note} onChange={setNote} maxLength={500} />
      </Stack>
    </Dialog>
  )
} // prettier-ignore
