import { useId, useState, type KeyboardEvent } from 'react'
import { IconButton } from '#ui/button'
import { useWords } from '#ui/words'
import type { Address } from '../../contract.ts'
import { isAddress, readAddresses, without } from './addresses.ts'
import { words } from './composer-words.ts'

type Chosen = { label: string; people: readonly Address[]; onChange: (people: Address[]) => void; autoFocus?: boolean }

/** Recipients as chips. Enter, a comma or leaving the field makes what is typed one of them; Backspace takes the last away. */
export function Recipients({ label, people, onChange, autoFocus = false }: Chosen) {
  const say = useWords(words)
  const id = useId()
  const [typed, setTyped] = useState('')
  const add = (text: string) => {
    setTyped('')
    const added = without(readAddresses(text), people)
    if (added.length > 0) onChange([...people, ...added])
  }
  const press = (event: KeyboardEvent) => {
    if (
      (event.key === 'Enter' || event.key === ',' || event.key === ';') &&
      !event.ctrlKey &&
      !event.metaKey &&
      typed.trim() !== ''
    ) {
      event.preventDefault()
      add(typed)
    }
    if (event.key === 'Backspace' && typed === '' && people.length > 0) onChange(people.slice(0, -1))
  }
  return (
    <div className="cases-recipients-field">
      <label htmlFor={id}>{label}</label>
      <ul>
        {people.map((person) => (
          <li key={person.address} className="cases-chip" data-wrong={!isAddress(person) || undefined} title={person.address}>
            {person.name || person.address}
            <IconButton
              icon="close"
              size="small"
              label={say('removeRecipient', { address: person.address })}
              onPress={() => onChange(people.filter((each) => each !== person))}
            />
          </li>
        ))}
        <li>
          <input
            id={id}
            type="text"
            inputMode="email"
            autoComplete="off"
            autoFocus={autoFocus}
            value={typed}
            placeholder={people.length === 0 ? say('addRecipient') : ''}
            onChange={(event) => (/[,;\n]/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value))}
            onKeyDown={press}
            onBlur={() => typed.trim() !== '' && add(typed)}
          />
        </li>
      </ul>
    </div>
  )
}
