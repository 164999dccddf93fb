import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { Notice, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getNextWhom, LONGEST_BECAUSE, postRedirect, type Task } from '../contract.ts'
import { words } from './ask-words.ts'
import { DeadlineField, UNAGREED, UNSAID, type When } from './deadline-field.tsx'
import { touched } from './touched.ts'
import { askedOf, NOBODY, WhomField, type Chosen } from './whom-field.tsx'
import { words as common } from './words.ts'

/** Somebody else is asked instead; whom to ask next, the directory may know. */
export function RedirectDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const say = useWords(words)
  const said = useWords(common)
  const next = useAsk(getNextWhom, { id: task.id }).data?.next
  const [whom, setWhom] = useState<Chosen>(NOBODY)
  const [because, setBecause] = useState('')
  const [when, setWhen] = useState<When>(UNSAID)
  const [agreed, setAgreed] = useState(UNAGREED)
  const done = () => {
    toast({ tone: 'good', text: said('redirected') })
    onClose()
  }
  const press = useSend(postRedirect, { refetch: touched, onDone: done })
  const asked = askedOf(whom)
  const send = (to: typeof asked) => {
    const { deadline } = agreed
    if (to)
      press.mutate({
        id: task.id,
        version: task.version,
        asked: to,
        because: because.trim(),
        ...(deadline ? { deadline } : {}),
        knowingly: when.knowingly,
      })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('again')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            tone="primary"
            icon="handover"
            isDisabled={!asked || !agreed.ready}
            busy={press.isPending}
            onPress={() => send(asked)}
          >
            {say('ask')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <strong>{task.title}</strong>
        </p>
        {task.declined_because && <Notice tone="promise">{task.declined_because}</Notice>}
        {next && !next.gone && (
          <Notice
            action={
              <Button size="small" tone="primary" onPress={() => send(next.asked)}>
                {say('ask')}
              </Button>
            }
          >
            {say('suggested')} <strong>{next.name}</strong> {next.note}
          </Notice>
        )}
        <WhomField of={task.case?.id ?? null} about={task.title} value={whom} onChange={setWhom} />
        {task.case && (
          <DeadlineField of={task.case.id} asked={asked} after={[]} value={when} onChange={setWhen} onAgreed={setAgreed} />
        )}
        <TextArea label={say('because')} rows={2} value={because} onChange={setBecause} maxLength={LONGEST_BECAUSE} />
      </Stack>
    </Dialog>
  )
}
