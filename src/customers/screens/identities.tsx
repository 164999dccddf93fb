import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Icon, type IconName } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import {
  addIdentityOf,
  getCustomer,
  identityKinds,
  listLikenesses,
  removeIdentityOf,
  type Card,
  type IdentityKind,
} from '../contract.ts'
import { handleWords } from './handle-words.ts'
import { words as personWords } from './same-person-words.ts'
import { words } from './words.ts'

const icons: Readonly<Record<IdentityKind, IconName>> = { email: 'mail', phone: 'phone', handle: 'chat', postal: 'letter' }
const stale = [getCustomer, listLikenesses]

/** Every address, number and handle this person is known by. */
export function Identities({ card, edits }: { card: Card; edits: boolean }) {
  const say = useWords(words)
  const sayPerson = useWords(personWords)
  const remove = useSend(removeIdentityOf, { refetch: stale })
  return (
    <Panel title={say('reach')}>
      <ul className="customers-lines">
        {card.identities.map(({ id, customer, kind, value, verified_at }) => (
          <li key={id}>
            <Icon name={icons[kind]} size={18} />
            <span className="customers-value">{kind === 'handle' ? handleWords(value, sayPerson) : value}</span>
            {verified_at && <Badge tone="good">{say('verified')}</Badge>}
            {edits && <IconButton icon="trash" size="small" label={say('remove', { what: value })} onPress={() => remove.mutate({ customer, identity: id })} />}
          </li>
        ))}
      </ul>
      {edits && <Add card={card} />}
    </Panel>
  ) // prettier-ignore
}

function Add({ card }: { card: Card }) {
  const say = useWords(words)
  const [kind, setKind] = useState<IdentityKind>('email')
  const [value, setValue] = useState('')
  const add = useSend(addIdentityOf, { refetch: stale, onDone: () => setValue(''), onError: () => {} }) // shown in place
  const save = () => add.mutate({ customer: card.id, kind, value, preferred: false })
  return (
    <form
      className="customers-inline"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim()) save()
      }}
    >
      <Select label={say('kind')} value={kind} onChange={setKind} options={identityKinds.map((id) => ({ id, label: say(id) }))} />
      <TextField label={say('value')} value={value} onChange={setValue} />
      <Button type="submit" icon="plus" busy={add.isPending}>
        {say('addIdentity')}
      </Button>
      {add.error && <Failure error={add.error} />}
    </form>
  )
}
