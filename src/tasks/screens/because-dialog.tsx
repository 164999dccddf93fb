import { useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { LONGEST_BECAUSE, postSendBack, putCancelled, putDeclined, type Task } from '../contract.ts'
import type { Why } from './deeds.tsx'
import { touched } from './touched.ts'
import { words } from './words.ts'

const parts = {
  send_back: { title: 'sendBackTitle', text: 'sendBackText', yes: 'sendBack', done: 'sentBack', icon: 'undo', tone: 'primary' },
  cancel: { title: 'cancelTitle', text: 'cancelText', yes: 'cancel', done: 'cancelled', icon: 'trash', tone: 'danger' },
  decline: { title: 'declineTitle', text: 'declineText', yes: 'decline', done: 'declined', icon: 'close', tone: 'primary' },
} as const

/** Something that must be said why. */
export function BecauseDialog({ task, deed, onClose }: { task: Task; deed: Why; onClose: () => void }) {
  const say = useWords(words)
  const part = parts[deed]
  const [because, setBecause] = useState('')
  const onDone = () => {
    toast({ tone: 'good', text: say(part.done) })
    onClose()
  }
  const sending = { refetch: touched, onDone }
  const [back, cancel, decline] = [useSend(postSendBack, sending), useSend(putCancelled, sending), useSend(putDeclined, sending)]
  const said = { id: task.id, version: task.version, because: because.trim() }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (said.because === '') return
    if (deed === 'send_back') back.mutate({ ...said, knowingly: false })
    else if (deed === 'cancel') cancel.mutate(said)
    else decline.mutate(said)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(part.title)}
      size="small"
      foot={
        <>
          <Button onPress={onClose}>{say('back')}</Button>
          <Button
            type="submit"
            form="tasks-because"
            tone={part.tone}
            icon={part.icon}
            isDisabled={said.because === ''}
            busy={back.isPending || cancel.isPending || decline.isPending}
          >
            {say(part.yes)}
          </Button>
        </>
      }
    >
      <form id="tasks-because" onSubmit={submit}>
        <Stack>
          <p>
            <strong>{task.title}</strong>
          </p>
          <p className="tasks-quiet">{say(part.text)}</p>
          <TextArea
            label={say('because')}
            rows={4}
            value={because}
            onChange={setBecause}
            maxLength={LONGEST_BECAUSE}
            isRequired
            autoFocus
          />
        </Stack>
      </form>
    </Dialog>
  )
}
