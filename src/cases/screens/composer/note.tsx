import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { PersonId } from '#base/contract'
import { Button } from '#ui/button'
import { useDraft } from '#ui/drafts'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Person } from '#ui/person'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCase, postNote, type Case } from '../../contract.ts'
import { presenceOf, usePeople } from '../people.ts'
import { words } from './composer-words.ts'
import { noteDraft } from './draft.ts'
import { mentionAt, mentionsIn, putMention } from './mentions.ts'
import { openComposer } from './open.ts'

const isText = (kept: unknown): kept is string => typeof kept === 'string'

/** A note among us. It looks like nothing that leaves the house. */
export function NoteForm({ found, sayTyping }: { found: Case; sayTyping: () => void }) {
  const say = useWords(words)
  const draft = useDraft(noteDraft(found.id), '', isText)
  const people = usePeople()
  const save = useSend(postNote, {
    refetch: [getCase],
    onDone: () => {
      draft.drop()
      openComposer(found.id, null)
      toast({ tone: 'good', text: say('noted') })
    },
  })
  const submit = () => {
    const text = draft.value.trim()
    if (text !== '' && !save.isPending) save.mutate({ id: found.id, text, mentions: mentionsIn(text, people) as PersonId[] }) // ids of people
  }
  useCommands([
    {
      id: 'note.save',
      label: say('saveNote'),
      group: say('group'),
      keys: 'Mod+Enter',
      icon: 'note',
      whileTyping: true,
      run: submit,
    },
  ])
  const write = (text: string) => {
    draft.keep(text)
    sayTyping()
  }
  return (
    <div className="cases-noting">
      <p className="cases-noting-banner">
        <Icon name="lock" size={16} /> {say('noteBanner')}
      </p>
      <MentionArea text={draft.value} onChange={write} />
      <footer className="cases-writing-foot">
        <span className="cases-kept">{draft.keptAt !== null && draft.value !== '' ? say('draftKept') : ''}</span>
        <Button
          tone="promise"
          icon="note"
          keys="Ctrl ⏎"
          busy={save.isPending}
          isDisabled={draft.value.trim() === ''}
          onPress={submit}
        >
          {say('saveNote')}
        </Button>
      </footer>
    </div>
  )
}

const MOST_SHOWN = 6

function MentionArea({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const say = useWords(words)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const people = usePeople()
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [shut, setShut] = useState(false)
  const begun = shut ? null : mentionAt(text, caret)
  const fits =
    begun === null ? [] : people.filter(({ name }) => name.toLowerCase().includes(begun.toLowerCase())).slice(0, MOST_SHOWN)
  const put = (name: string) => {
    const next = putMention(text, caret, name)
    onChange(next.text)
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret))
    setCaret(next.caret)
  }
  const press = (event: KeyboardEvent) => {
    const person = fits[chosen]
    if (event.key === 'Escape' && fits.length > 0) return stop(event, () => setShut(true))
    if (fits.length === 0 || !person) return
    if (event.key === 'ArrowDown') return stop(event, () => setChosen((chosen + 1) % fits.length))
    if (event.key === 'ArrowUp') return stop(event, () => setChosen((chosen + fits.length - 1) % fits.length))
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') stop(event, () => put(person.name))
  }
  const follow = (area: HTMLTextAreaElement) => {
    setCaret(area.selectionStart)
    setChosen(0)
    setShut(false)
  }
  return (
    <div className="cases-mentioning">
      <textarea
        ref={field}
        aria-label={say('noteBody')}
        aria-describedby={`${id}hint`}
        aria-haspopup="listbox"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={fits.length > 0 ? `${id}${chosen}` : undefined}
        rows={4}
        maxLength={20_000}
        autoFocus
        value={text}
        placeholder={say('noteHint')}
        onChange={(event) => (onChange(event.target.value), follow(event.target))}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
      />
      <span id={`${id}hint`} className="unseen">
        {say('noteHint')}
      </span>
      <ul id={`${id}list`} role="listbox" aria-label={say('mention')} hidden={fits.length === 0}>
        {fits.map((person, at) => (
          <li
            key={person.id}
            id={`${id}${at}`}
            role="option"
            aria-selected={at === chosen}
            onPointerDown={(event) => (event.preventDefault(), put(person.name))}
          >
            <Person person={{ id: person.id, name: person.name, presence: presenceOf(person) }} detail={person.title} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function stop(event: KeyboardEvent, run: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  run()
}
