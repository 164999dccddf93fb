import { useState, type FormEvent } from 'react'
import type { Id } from '#base/contract'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countPromises, LONGEST_WHAT, listCasePromises, listPromises, postPromise, type Due, type Proposal } from '../contract.ts'
import { useDueWords } from './use-due-words.ts'
import { MomentField } from './moment-field.tsx'
import { words } from './words.ts'
import './commitments.css'

export const touched = [listPromises, listCasePromises, countPromises]
export const dueOf = ({ day, due_at }: Proposal): Due => (day ? { day } : { at: due_at })

/** What is promised, and by when. */
export function PromiseDialog({ of, onClose }: { of: Id<'case'>; onClose: () => void }) {
  const say = useWords(words)
  const when = useDueWords()
  const [what, setWhat] = useState('')
  const [typed, setTyped] = useState('')
  const [moment, setMoment] = useState<Proposal | null>(null)
  const make = useSend(postPromise, {
    refetch: touched,
    onDone: (made) => {
      toast({ tone: 'good', text: say('done', { when: when(made) }) })
      onClose()
    },
  })
  const ready = what.trim() !== '' && moment !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (moment && ready) make.mutate({ case: of, what: what.trim(), due: dueOf(moment) })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('newTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="commitments-new" tone="primary" icon="promise" isDisabled={!ready} busy={make.isPending}>
            {say('promise')}
          </Button>
        </>
      }
    >
      <form id="commitments-new" onSubmit={submit}>
        <Stack>
          <TextField
            label={say('what')}
            hint={say('whatHint')}
            placeholder={say('whatExample')}
            value={what}
            onChange={setWhat}
            maxLength={LONGEST_WHAT}
            isRequired
            autoFocus
          />
          <MomentField of={of} value={typed} onChange={setTyped} onMoment={setMoment} />
        </Stack>
      </form>
    </Dialog>
  )
}
