import { useState } from 'react'
import { presenceStates, type Person } from '#staff/contract'
import { Button } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Notice, Stack } from '#ui/layout'
import { Avatar } from '#ui/person'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { OpenChat } from '../../../contract.ts'
import { useHand } from '../deeds.ts'
import { presenceOf, usePeople } from '../people.ts'
import { words } from './thread-words.ts'

/** Giving the chat to a colleague, with a word the visitor does not see. The owner of the case stays. */
export function HandOver({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
  const say = useWords(words)
  const people = usePeople()
  const options = useFit(people, chat)
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { busy, give } = useHand(chat, onClose)
  const person = people.find(({ id }) => id === to)
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('handTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            tone="primary"
            icon="handover"
            isDisabled={!person}
            busy={busy}
            onPress={() => person && give({ person: person.id, note })}
          >
            {say('handYes')}
          </Button>
        </>
      }
    >
      <Stack>
        <Combobox
          label={say('handTo')}
          hint={say('handHint')}
          options={options}
          value={to}
          onChange={setTo}
          isRequired
          autoFocus
        />
        <TextArea label={say('handNote')} hint={say('handNoteHint')} rows={3} value={note} onChange={setNote} maxLength={4000} />
        <Notice icon="cases">{say('handOwner', { name: chat.owner.name })}</Notice>
      </Stack>
    </Dialog>
  )
}

// Who is there first; who is absent last, and it is said until when.
function useFit(people: readonly Person[], chat: OpenChat) {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  const state = (person: Person): string =>
    person.absent_until
      ? say('absentUntil', { day: day(person.absent_until, { now, spoken }) })
      : say(`presence_${person.presence}`)
  const rank = (person: Person): number => (person.absent_until ? presenceStates.length : presenceStates.indexOf(person.presence))
  return people
    .filter((person) => person.id !== chat.served_by?.id && person.left_at === null)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .map((person) => ({
      id: String(person.id),
      label: person.name,
      detail: [person.title, state(person)].filter(Boolean).join(' · '),
      start: <Avatar person={{ id: person.id, name: person.name, presence: presenceOf(person) }} />,
      isDisabled: person.absent_until !== null,
    }))
}
