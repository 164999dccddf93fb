import type { KeyboardEvent } from 'react'
import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { Notice } from '#ui/layout'
import { Faces, type Somebody } from '#ui/person'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import type { Company } from '../case/presence.ts'
import { words } from './composer-words.ts'
import { NoteForm } from './note.tsx'
import { openComposer, useComposerMode } from './open.ts'
import { Reply } from './reply.tsx'
import './composer.css'

/** Where one answers: closed it is a line, open it is a sheet; a reply and a note never look alike. */
export function Composer({ found, company }: { found: Case; company: Company }) {
  const say = useWords(words)
  const mode = useComposerMode(found.id)
  const [mayReply, mayNote] = [found.may.includes('case.reply'), found.may.includes('case.note')]
  if (!mayReply && !mayNote) return null
  if (mode === null) return <Folded found={found} mayReply={mayReply} mayNote={mayNote} typing={company.typing} />
  return (
    <section
      className="cases-composer"
      data-mode={mode}
      aria-label={say('composer')}
      onKeyDown={(event) => event.key === 'Escape' && isInside(event) && openComposer(found.id, null)}
    >
      <header className="cases-composer-head">
        <Segments
          label={say('kind')}
          options={[
            ...(mayReply ? [{ id: 'reply' as const, label: say('reply') }] : []),
            ...(mayNote ? [{ id: 'note' as const, label: say('note') }] : []),
          ]}
          value={mode}
          onChange={(next) => openComposer(found.id, next)}
        />
        <Typing people={company.typing} />
        <IconButton icon="down" size="small" label={say('closeIt')} keys="Esc" onPress={() => openComposer(found.id, null)} />
      </header>
      {mode === 'reply' && company.typing.length > 0 && (
        <Notice tone="promise">{say('typing', { names: namesOf(company.typing) })}</Notice>
      )}
      {mode === 'reply' && found.status === 'closed' && <Notice>{say('closedCase')}</Notice>}
      {mode === 'reply' ? (
        <Reply key={found.id} found={found} sayTyping={company.sayTyping} />
      ) : (
        <NoteForm key={found.id} found={found} sayTyping={company.sayTyping} />
      )}
    </section>
  )
}

type Folding = { found: Case; mayReply: boolean; mayNote: boolean; typing: readonly Somebody[] }

function Folded({ found, mayReply, mayNote, typing }: Folding) {
  const say = useWords(words)
  const name = found.customer?.name
  return (
    <div className="cases-composer-bar">
      {mayReply && (
        <button type="button" className="cases-composer-invite" onClick={() => openComposer(found.id, 'reply')}>
          <span>{name ? say('replyTo', { name }) : say('replyPlain')}</span>
          <kbd aria-hidden="true">R</kbd>
        </button>
      )}
      <Typing people={typing} />
      {mayNote && (
        <Button icon="note" keys="N" onPress={() => openComposer(found.id, 'note')}>
          {say('writeNote')}
        </Button>
      )}
    </div>
  )
}

function Typing({ people }: { people: readonly Somebody[] }) {
  const say = useWords(words)
  if (people.length === 0) return null
  return <Faces people={people} label={say('typing', { names: namesOf(people) })} />
}

// A dialog or menu opened from here is elsewhere on the page, and its Escape is its own.
const isInside = (event: KeyboardEvent): boolean => event.currentTarget.contains(event.target as Node) // events happen to nodes
const namesOf = (people: readonly Somebody[]): string => people.map(({ name }) => name).join(', ')
