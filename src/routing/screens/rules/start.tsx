import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { queueName, type Rulebook } from '../../contract/rulebook.ts'
import { namesOfHouse } from '../../rules/names.ts'
import { queueWords } from '../../rules/queue-words.ts'
import { starters, type Starter } from '../../rules/starters.ts'
import type { Book } from './use-book.ts'
import { words } from './words.ts'

const SHOWN = 3

/** Before there are any rules: what they are for, and two to begin with. */
export function Start({ book }: { book: Book }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <div className="routing-start">
      <header>
        <h2>{say('startTitle')}</h2>
        <p>{say('startText')}</p>
      </header>
      <div className="routing-start-cards">
        {starters(book.house, spoken).map((starter) => (
          <Card
            key={starter.id}
            starter={starter}
            book={book}
            onTake={book.mayManage ? () => book.change(starter.document) : null}
          />
        ))}
      </div>
    </div>
  )
}

function Card({ starter, book, onTake }: { starter: Starter; book: Book; onTake: (() => void) | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <section className="routing-start-card" aria-label={starter.title[spoken]}>
      <small>{say(starter.id === 'small' ? 'startSmall' : 'startCentre')}</small>
      <h3>{starter.title[spoken]}</h3>
      <p>{starter.text[spoken]}</p>
      <Sentences document={starter.document} book={book} />
      {onTake && (
        <Button tone="primary" onPress={onTake}>
          {say('startWith')}
        </Button>
      )}
    </section>
  )
}

function Sentences({ document, book }: { document: Rulebook; book: Book }) {
  const say = useWords(words)
  const more = document.queues.length - SHOWN
  const spoken = useLanguage()
  const names = namesOfHouse(book.house, document)
  return (
    <ol className="routing-start-sentences">
      {document.queues.slice(0, SHOWN).map((queue) => (
        <li key={queue.key}>
          <strong>{queueName(queue)}</strong> {queueWords(queue, names)[spoken]}
        </li>
      ))}
      {more > 0 && <li>{say('startMore', { count: more })}</li>}
    </ol>
  )
}
