import { useRef } from 'react'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Menu } from '#ui/menu'
import { useAsk } from '#ui/query'
import { toastUndo } from '#ui/toast'
import { useWords } from '#ui/words'
import { getFloor, type FloorQueue } from '../../contract/floor.ts'
import { queueName, type Queue } from '../../contract/rulebook.ts'
import { freeName, withCopy, withMoved, withNewQueue, withoutQueue } from '../../rules/new-queue.ts'
import { queueWords } from '../../rules/queue-words.ts'
import type { Book } from './use-book.ts'
import { words } from './words.ts'

type Listing = { book: Book; onOpen: (key: string) => void }

/** The queues in their order, each as the sentence that it is. */
export function QueueList({ book, onOpen }: Listing) {
  const say = useWords(words)
  const live = useAsk(getFloor, {}, { enabled: book.current !== null, staleSeconds: 20 }).data?.queues ?? []
  const add = (): void => {
    const added = withNewQueue(book.book, freeName(book.book, say('newQueue')))
    book.change(added.book)
    onOpen(added.key)
  }
  return (
    <div className="routing-queues">
      <ol>
        {book.book.queues.map((queue, at) => (
          <One key={queue.key} book={book} queue={queue} at={at} live={live.find(({ id }) => id === queue.key)} onOpen={onOpen} />
        ))}
      </ol>
      <p className="routing-otherwise">{say('otherwise')}</p>
      {book.mayManage && (
        <div>
          <Button icon="plus" onPress={add}>
            {say('addQueue')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Showing = { book: Book; queue: Queue; at: number; live: FloorQueue | undefined; onOpen: (key: string) => void }

function One({ book, queue, at, live, onOpen }: Showing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const name = queueName(queue)
  const found = book.checks.filter((check) => check.at.queue === queue.key)
  return (
    <li className="routing-queue">
      <span className="routing-queue-place" aria-hidden="true">
        {at + 1}
      </span>
      <div className="routing-queue-words">
        <h2>
          <Button tone="quiet" aria-label={say('openQueue', { name })} onPress={() => onOpen(queue.key)}>
            {name}
          </Button>
          {found.length > 0 && <Found wrong={found.some(({ weight }) => weight === 'wrong')} />}
        </h2>
        <p>{queueWords(queue, book.names)[spoken]}</p>
        {found.map((check) => (
          <small key={check.id + check.en} className="routing-check" data-weight={check.weight}>
            {check[spoken]}
          </small>
        ))}
        {live && <Counts live={live} />}
      </div>
      {book.mayManage && <Deeds book={book} queue={queue} at={at} onOpen={onOpen} />}
    </li>
  )
}

function Found({ wrong }: { wrong: boolean }) {
  const say = useWords(words)
  return (
    <Badge tone={wrong ? 'danger' : 'promise'} icon="warning">
      {say(wrong ? 'wrong' : 'doubtful')}
    </Badge>
  )
}

// What is going on in it now; nothing where nothing is.
function Counts({ live }: { live: FloorQueue }) {
  const say = useWords(words)
  const counts = [
    live.waiting > 0 && say('waits', { count: live.waiting }),
    live.in_hand > 0 && say('inHand', { count: live.in_hand }),
    live.people.ready > 0 && say('free', { count: live.people.ready }),
  ].filter((each) => each !== false)
  if (counts.length === 0) return null
  return (
    <small className="routing-counts">
      {counts.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </small>
  )
}

function Deeds({ book, queue, at, onOpen }: Omit<Showing, 'live'>) {
  const say = useWords(words)
  const name = queueName(queue)
  const deeds = useRef<HTMLDivElement>(null)
  const move = (by: 1 | -1): void => book.change(withMoved(book.book, queue.key, by))
  const copy = (): void => {
    const copied = withCopy(book.book, queue, freeName(book.book, say('copyOf', { name })))
    book.change(copied.book)
    onOpen(copied.key)
  }
  const remove = (): void => {
    const before = book.book
    book.change(withoutQueue(before, queue.key))
    toastUndo({ text: say('removed', { name }), label: say('undo'), seconds: 8, commit: () => {}, undo: () => book.change(before) })
  }
  return (
    <div className="routing-queue-deeds" ref={deeds}>
      <IconButton size="small" icon="up" label={say('up', { name })} isDisabled={at === 0} onPress={() => move(-1)} />
      <IconButton size="small" icon="down" label={say('down', { name })} isDisabled={at === book.book.queues.length - 1} onPress={() => move(1)} />
      <Menu
        label={say('moreOf', { name })}
        trigger={<IconButton size="small" icon="more" label={say('moreOf', { name })} />}
        groups={[
          {
            choices: [
              { id: 'copy', label: say('copy'), icon: 'copy', run: copy },
              ...(book.book.queues.length > 1 ? [{ id: 'remove', label: say('remove'), icon: 'trash' as const, danger: true, run: remove }] : []),
            ],
          },
        ]}
      />
    </div>
  )
} // prettier-ignore
