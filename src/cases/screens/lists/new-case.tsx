import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { fieldErrors } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { Select } from '#ui/select'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, listCases, postCase } from '../../contract.ts'
import { usePeople } from '../people.ts'
import { words } from '../words.ts'

const BLANK = { subject: '', email: '', name: '', text: '', owner: '' }

/** A case opened by hand: somebody called, or stands at the counter. */
export function NewCase({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(words)
  const router = useRouter()
  const people = usePeople()
  const [given, setGiven] = useState(BLANK)
  const set = (part: keyof typeof BLANK) => (value: string) => setGiven((before) => ({ ...before, [part]: value }))
  const create = useSend(postCase, {
    refetch: [listCases, countCases],
    onDone: ({ id, number }) => {
      setGiven(BLANK)
      onClose()
      toast({ tone: 'good', text: say('opened', { number }) })
      void router.navigate({ to: `/cases/${id}` })
    },
  })
  const errors = fieldErrors(create.error)
  const submit = () => {
    const { subject, email, name, text, owner } = given
    const customer =
      email.trim() === '' ? {} : { customer: { email: email.trim(), ...(name.trim() ? { name: name.trim() } : {}) } }
    create.mutate({ subject, ...customer, ...(text.trim() ? { text } : {}), ...(owner ? { owner: owner as PersonId } : {}) }) // chosen among people
  }
  const owners = [{ id: '', label: say('asRules') }, ...people.map((person) => ({ id: String(person.id), label: person.name }))]
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say('newCase')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={create.isPending} isDisabled={given.subject.trim() === ''} onPress={submit}>
            {say('create')}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={say('subject')}
          value={given.subject}
          onChange={set('subject')}
          isRequired
          maxLength={300}
          autoFocus
          error={errors['subject']}
        />
        <div className="cases-two">
          <TextField
            label={say('customerEmail')}
            type="email"
            value={given.email}
            onChange={set('email')}
            error={errors['customer'] ?? errors['customer.email']}
          />
          <TextField label={say('customerName')} value={given.name} onChange={set('name')} maxLength={200} />
        </div>
        <TextArea label={say('told')} hint={say('toldHint')} rows={5} value={given.text} onChange={set('text')} />
        <Select label={say('forWhom')} options={owners} value={given.owner} onChange={set('owner')} />
      </Stack>
    </Dialog>
  )
}
