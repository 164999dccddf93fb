import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice, Page } from '#ui/layout'
import { useWords } from '#ui/words'
import { queueName, type Queue } from '../../../contract/rulebook.ts'
import { partWords, queueWords, type QueuePart } from '../../../rules/queue-words.ts'
import { KeepingWords } from '../keeping-words.tsx'
import type { Book } from '../use-book.ts'
import { AimPart } from './aim.tsx'
import { HoursPart } from './hours.tsx'
import { OfferPart } from './offer.tsx'
import { OverflowPart } from './overflow.tsx'
import { PriorityPart } from './priority.tsx'
import { RingsPart } from './rings.tsx'
import { Section } from './section.tsx'
import { StrategyPart } from './strategy.tsx'
import { strategyWords } from './strategy-words.ts'
import { TakesPart } from './takes.tsx'
import { TryItem } from './try-item.tsx'
import { WhoPart } from './who.tsx'
import { words } from './words.ts'

/** What every part of the editor is given. */
export type Editing = { book: Book; queue: Queue; set: (change: Partial<Queue>) => void }

/** One queue: what it says on the right (above, on a phone), how to change it on the left. */
export function QueueEditor({ book, queue, onLeave }: { book: Book; queue: Queue; onLeave: () => void }) {
  const say = useWords(words)
  const editing: Editing = { book, queue, set: (change) => book.changeQueue(queue.key, change) }
  return (
    <Page
      title={queueName(queue)}
      actions={
        <>
          {book.mayManage && book.edited && <KeepingWords book={book} />}
          <Button icon="left" onPress={onLeave}>
            {say('back')}
          </Button>
        </>
      }
    >
      <div className="routing-editor">
        <aside className="routing-editor-words">
          <InWords {...editing} />
          <TryItem book={book} queue={queue} />
        </aside>
        {book.mayManage ? (
          <Parts {...editing} />
        ) : (
          <ReadParts {...editing} />
        )}
      </div>
    </Page>
  )
} // prettier-ignore

function InWords({ book, queue }: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const found = book.checks.filter((check) => check.at.queue === queue.key)
  return (
    <section className="routing-in-words" aria-label={say('inWords')} aria-live="polite">
      <small>{say('inWords')}</small>
      <p>{queueWords(queue, book.names)[spoken]}</p>
      {found.map((check) => (
        <Notice key={check.id + check.en} tone={check.weight === 'wrong' ? 'danger' : 'promise'} icon="warning">
          {check[spoken]} {check.mend[spoken]}
        </Notice>
      ))}
    </section>
  )
}

function Parts(editing: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { book, queue, set } = editing
  const [fresh] = useState(() => !book.current?.document.queues.some(({ key }) => key === queue.key))
  const says = (part: QueuePart): string => partWords(part, queue, book.names)[spoken]
  const mark = (...parts: readonly string[]): 'wrong' | 'doubtful' | undefined => {
    const found = book.checks.filter(({ at }) => at.queue === queue.key && parts.includes(at.part))
    return found.some(({ weight }) => weight === 'wrong') ? 'wrong' : found[0]?.weight
  }
  return (
    <div className="routing-parts">
      <TextField label={say('name')} value={queue.name} onChange={(name) => set({ name })} maxLength={120} autoFocus={fresh && queue.takes.channels === null} onFocus={(event) => fresh && selectAll(event.target)} />
      <Section title={say('takes')} says={says('takes')} icon="door" mark={mark('takes')} open={fresh}><TakesPart {...editing} /></Section>
      <Section title={say('who')} says={says('who')} icon="people" mark={mark('who')} open={fresh}><WhoPart {...editing} /></Section>
      <Section title={say('rings')} says={says('rings')} icon="globe"><RingsPart {...editing} /></Section>
      <Section title={say('strategy')} says={strategyWords(queue.who.strategy)[spoken]} icon="take"><StrategyPart {...editing} /></Section>
      <Section title={say('priority')} says={says('priority')} icon="sort"><PriorityPart {...editing} /></Section>
      <Section title={say('hours')} says={says('hours')} icon="calendar" mark={mark('hours')}><HoursPart {...editing} /></Section>
      <Section title={say('overflow')} says={says('overflow')} icon="forward" mark={mark('overflow')}><OverflowPart {...editing} /></Section>
      <Section title={say('offer')} says={says('offer')} icon="bell"><OfferPart {...editing} /></Section>
      <Section title={say('aim')} says={says('aim')} icon="check"><AimPart {...editing} /></Section>
    </div>
  )
} // prettier-ignore

const selectAll = (field: Element): void => {
  if (field instanceof HTMLInputElement) field.select()
}

const readParts = [
  ['takes', 'door'], ['who', 'people'], ['rings', 'globe'], ['priority', 'sort'], ['hours', 'calendar'], ['overflow', 'forward'], ['offer', 'bell'], ['aim', 'check'],
] as const // prettier-ignore

function ReadParts({ book, queue }: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <dl className="routing-read-parts">
      {readParts.map(([part]) => (
        <div key={part}>
          <dt>{say(part)}</dt>
          <dd>{partWords(part, queue, book.names)[spoken]}</dd>
        </div>
      ))}
    </dl>
  )
}
