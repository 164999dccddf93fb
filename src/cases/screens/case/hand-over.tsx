import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { presenceStates, type Person } from '#staff/contract'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Stack } from '#ui/layout'
import { Avatar } from '#ui/person'
import { useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, getCase, listCases, postHandOver, putOwner, type Case } from '../../contract.ts'
import { presenceOf, usePeople } from '../people.ts'
import { words } from './hand-over-words.ts'

type Handing = { found: Case; open: boolean; onClose: () => void }
const touched = [getCase, listCases, countCases]

/** Passing a case on: asked first, or (who may) given at once. Who is there, busy or absent stands beside each name. */
export function HandOverDialog({ found, open, onClose }: Handing) {
  const say = useWords(words)
  const people = useFit(found)
  const [to, setTo] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const mayAsk = found.may.includes('case.hand_over')
  const mayGive = found.may.includes('case.assign')
  const [how, setHow] = useState<'ask' | 'give'>(mayAsk ? 'ask' : 'give')
  const done = (text: string) => {
    setTo(null)
    setMessage('')
    onClose()
    toast({ tone: 'good', text })
  }
  const name = people.find(({ id }) => id === to)?.label ?? ''
  const ask = useSend(postHandOver, { refetch: touched, onDone: () => done(say('asked', { name })) })
  const give = useSend(putOwner, { refetch: touched, onDone: () => done(say('given', { name })) })
  const pass = () => {
    const person = to as PersonId // chosen among people
    if (how === 'ask') ask.mutate({ id: found.id, to: person, message })
    else give.mutate({ id: found.id, owner: person, expected_owner: found.owner.id })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say('title')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" icon="handover" isDisabled={to === null} busy={ask.isPending || give.isPending} onPress={pass}>
            {say(how === 'ask' ? 'ask' : 'give')}
          </Button>
        </>
      }
    >
      <Stack>
        <Combobox label={say('to')} options={people} value={to} onChange={setTo} isRequired autoFocus />
        {mayAsk && mayGive && (
          <Radios
            label={say('how')}
            options={[
              { id: 'ask', label: say('howAsk'), detail: say('howAskDetail', { name: found.owner.name }) },
              { id: 'give', label: say('howGive'), detail: say('howGiveDetail') },
            ]}
            value={how}
            onChange={setHow}
          />
        )}
        {how === 'ask' && (
          <TextArea
            label={say('message')}
            hint={say('messageHint')}
            rows={4}
            value={message}
            onChange={setMessage}
            maxLength={4000}
          />
        )}
      </Stack>
    </Dialog>
  )
}

// Who is there first; who is absent last, and it is said until when.
function useFit(found: Case) {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  const detail = (person: Person): string => {
    const state = person.absent_until
      ? say('absentUntil', { day: day(person.absent_until, { now, spoken }) })
      : say(`presence_${person.presence}`)
    return [person.title, state].filter(Boolean).join(' · ')
  }
  const rank = (person: Person): number => (person.absent_until ? presenceStates.length : presenceStates.indexOf(person.presence))
  return usePeople()
    .filter((person) => person.id !== found.owner.id && person.left_at === null)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .map((person) => ({
      id: String(person.id),
      label: person.name,
      detail: detail(person),
      start: <Avatar person={{ id: person.id, name: person.name, presence: presenceOf(person) }} />,
    }))
}
