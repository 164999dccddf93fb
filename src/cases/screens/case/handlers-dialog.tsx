import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { Button, IconButton } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { Avatar, Person } from '#ui/person'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, deleteHandler, getCase, listCases, putHandler, type Case } from '../../contract.ts'
import { useMe } from '../me.ts'
import { presenceOf, usePeople } from '../people.ts'
import { words } from './standing-words.ts'

const touched = [getCase, listCases, countCases]

/** Oneself at a press; others by whoever answers for the case, or may assign it. */
export function HandlersDialog({ found, onClose }: { found: Case; onClose: () => void }) {
  const say = useWords(words)
  const me = useMe()
  const begin = useSend(putHandler, { refetch: touched })
  const end = useSend(deleteHandler, { refetch: touched })
  const mayOthers = found.owner.id === me?.id || found.may.includes('case.assign')
  const isMine = found.handlers.some(({ id }) => id === me?.id)
  const owner = found.owner.name
  const join = () => {
    if (!me) return
    begin.mutate(
      { id: found.id, person: me.id, role: '' },
      { onSuccess: () => toast({ tone: 'good', text: say('nowMe', { owner }) }) },
    )
  }
  const leave = (person: PersonId) => {
    end.mutate({ id: found.id, person }, { onSuccess: () => person === me?.id && toast({ text: say('nowNotMe') }) })
  }
  return (
    <Dialog open onClose={onClose} title={say('handlersTitle')}>
      <Stack>
        <p className="cases-quiet">{say('handlersText', { owner })}</p>
        {found.handlers.length === 0 ? (
          <p>{say('handlersNone')}</p>
        ) : (
          <ul className="cases-handler-list">
            {found.handlers.map((each) => (
              <li key={each.id}>
                <Person person={each} detail={each.role} />
                {(mayOthers || each.id === me?.id) && (
                  <IconButton
                    icon="close"
                    size="small"
                    label={say('remove', { name: each.name })}
                    onPress={() => leave(each.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {me && found.may.includes('case.reply') && found.owner.id !== me.id && (
          <Button icon={isMine ? 'close' : 'plus'} busy={begin.isPending} onPress={isMine ? () => leave(me.id) : join}>
            {say(isMine ? 'notMe' : 'alsoMe')}
          </Button>
        )}
        {mayOthers && (
          <Adding found={found} busy={begin.isPending} onAdd={(person, role) => begin.mutate({ id: found.id, person, role })} />
        )}
      </Stack>
    </Dialog>
  )
}

type Adds = { found: Case; busy: boolean; onAdd: (person: PersonId, role: string) => void }
function Adding({ found, busy, onAdd }: Adds) {
  const say = useWords(words)
  const [who, setWho] = useState<string | null>(null)
  const [role, setRole] = useState('')
  const people = usePeople()
    .filter((person) => person.left_at === null && !found.handlers.some(({ id }) => id === person.id))
    .map((person) => ({
      id: String(person.id),
      label: person.name,
      start: <Avatar person={{ id: person.id, name: person.name, presence: presenceOf(person) }} />,
    }))
  return (
    <form
      className="cases-handler-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (!who) return
        onAdd(who as PersonId, role) // chosen among people
        setWho(null)
        setRole('')
      }}
    >
      <Combobox label={say('addHandler')} options={people} value={who} onChange={setWho} />
      <TextField label={say('role')} hint={say('roleHint')} value={role} onChange={setRole} maxLength={80} />
      <Button type="submit" icon="plus" isDisabled={who === null} busy={busy}>
        {say('add')}
      </Button>
    </form>
  )
}
