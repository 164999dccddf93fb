import { useState, type FormEvent } from 'react'
import type { Id } from '#base/contract'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getTeamDay, getToday, getUnhappiness, listUnhappy, putCalm } from '../contract.ts'
import { words } from './words.ts'

/** Somebody judges otherwise, and says how they know. */
export function CalmDialog({ of, onClose }: { of: Id<'case'>; onClose: () => void }) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const calm = useSend(putCalm, {
    refetch: [getToday, getTeamDay, getUnhappiness, listUnhappy],
    onDone: () => {
      toast({ tone: 'good', text: say('calmToast') })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (because.trim() !== '') calm.mutate({ case: of, because: because.trim() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('calmTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="today-calm" tone="primary" isDisabled={because.trim() === ''} busy={calm.isPending}>
            {say('calmDo')}
          </Button>
        </>
      }
    >
      <form id="today-calm" onSubmit={submit}>
        <TextField
          label={say('calmWhy')}
          hint={say('calmHint')}
          value={because}
          onChange={setBecause}
          maxLength={500}
          isRequired
          autoFocus
        />
      </form>
    </Dialog>
  )
}
