import { useState, type FormEvent } from 'react'
import { postBaton } from '#handovers/contract'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getGate, getToday, type Line } from '../../contract.ts'
import { words } from './words.ts'

type Giving = { line: Line; stand_in: PersonId | null; me: string; onDone: () => void; onClose: () => void }

/** The case with all it owes is offered to a colleague; the brief is written from the dossier. */
export function GiveDialog({ line, stand_in, me, onDone, onClose }: Giving) {
  const say = useWords(words)
  const [to, setTo] = useState<PersonId | null>(stand_in)
  const [message, setMessage] = useState('')
  const give = useSend(postBaton, {
    refetch: [getGate, getToday],
    onDone: (baton) => {
      toast({ tone: 'good', text: say('given', { name: baton.to.name }) })
      onDone()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (line.case && to) give.mutate({ case: line.case.id, to, message: message.trim() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('giveTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="today-give" tone="primary" icon="handover" isDisabled={!to} busy={give.isPending}>
            {say('giveDo')}
          </Button>
        </>
      }
    >
      <form id="today-give" onSubmit={submit}>
        <Stack>
          <ChoosePerson label={say('giveTo')} value={to} onChange={setTo} without={me} isRequired />
          <TextArea
            label={say('giveWord')}
            hint={say('giveHint')}
            value={message}
            onChange={setMessage}
            maxLength={4_000}
            rows={3}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
