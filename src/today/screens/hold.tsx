import { useState, type FormEvent } from 'react'
import type { Id } from '#base/contract'
import { getHoldingDraft, LONGEST_HOLDING, postHolding, type HoldingDraft } from '#clocks/contract'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useMomentWords } from './moment-words.ts'
import { useWords } from '#ui/words'
import { getTeamDay, getToday } from '../contract.ts'
import { words } from './words.ts'

/** One key sends word to a customer who has not heard from us: the message stands there already, in their language and channel. */
export function HoldDialog({ of, onClose }: { of: Id<'case'>; onClose: () => void }) {
  const say = useWords(words)
  const draft = useAsk(getHoldingDraft, { case: of }, { staleSeconds: 0 })
  if (draft.data) return <Written key={of} of={of} draft={draft.data} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={say('holdTitle')}>
      {draft.isError ? <Failure error={draft.error} onRetry={() => void draft.refetch()} /> : <Skeleton lines={4} />}
    </Dialog>
  )
}

function Written({ of, draft, onClose }: { of: Id<'case'>; draft: HoldingDraft; onClose: () => void }) {
  const say = useWords(words)
  const when = useMomentWords()
  const [text, setText] = useState(draft.text)
  const [promises, setPromises] = useState(true)
  const hold = useSend(postHolding, {
    refetch: [getToday, getTeamDay],
    onDone: () => {
      toast({ tone: 'good', text: say('holdToast') })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const promise = promises ? { what: say('holdWhat'), at: draft.next_at } : null
    hold.mutate({
      case: of,
      text: text.trim(),
      undo_seconds: 0,
      promise,
      ...(draft.conversation ? { conversation: draft.conversation } : {}),
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('holdTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            type="submit"
            form="today-hold"
            tone="primary"
            icon="send"
            isDisabled={text.trim() === ''}
            busy={hold.isPending}
          >
            {say('holdDo')}
          </Button>
        </>
      }
    >
      <form id="today-hold" onSubmit={submit}>
        <Stack>
          <p className="today-soft">{say('holdTo', { to: draft.to })}</p>
          <TextArea
            label={say('holdText')}
            rows={7}
            value={text}
            onChange={setText}
            maxLength={draft.limit ?? LONGEST_HOLDING}
            autoFocus
          />
          <Checkbox isSelected={promises} onChange={setPromises}>
            {say('holdPromise', { when: when(draft.next_at) })}
          </Checkbox>
        </Stack>
      </form>
    </Dialog>
  )
}
