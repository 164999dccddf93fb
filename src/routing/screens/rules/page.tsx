import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { Notice, Page } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { deleteRulebookDraft, getRulebook } from '../../contract/rulebook-endpoints.ts'
import { History } from './history.tsx'
import { KeepingWords } from './keeping-words.tsx'
import { PeopleGrid } from './people/people-grid.tsx'
import { Publish } from './publish.tsx'
import { QueueEditor } from './queue/queue-editor.tsx'
import { QueueList } from './queue-list.tsx'
import { Start } from './start.tsx'
import { useBook, type Book } from './use-book.ts'
import { Weights } from './weights.tsx'
import { words } from './words.ts'
import './rules.css'

type Kept = { tab?: unknown; queue?: unknown }

/** The rules of routing: read as sentences, edited as a draft, published as a version. */
export function RulesPage() {
  const say = useWords(words)
  const loaded = useBook()
  if (!('book' in loaded))
    return (
      <Page title={say('title')} lead={say('lead')}>
        {loaded.error ? <Failure error={loaded.error} onRetry={loaded.retry} /> : <Skeleton kind="rows" lines={6} />}
      </Page>
    )
  return <Loaded book={loaded.book} />
}

function Loaded({ book }: { book: Book }) {
  const say = useWords(words)
  const kept: Kept = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (search: Kept) => void navigate({ to: '.', search: search as never }) // the page's own search, read above
  const queue = book.book.queues.find(({ key }) => key === kept.queue)
  if (book.book.queues.length === 0 && !book.edited)
    return (
      <Page title={say('title')}>
        <Start book={book} />
      </Page>
    )
  if (queue) return <QueueEditor key={queue.key} book={book} queue={queue} onLeave={() => go({})} />
  const pages = [
    { id: 'queues', label: say('queues'), count: book.book.queues.length, content: <QueueList book={book} onOpen={(key) => go({ queue: key })} /> },
    { id: 'people', label: say('people'), content: <PeopleGrid book={book} /> },
    { id: 'channels', label: say('channels'), content: <Weights book={book} /> },
    { id: 'history', label: say('history'), content: <History book={book} /> },
  ]
  const tab = pages.find(({ id }) => id === kept.tab)?.id ?? 'queues'
  return (
    <Page title={say('title')} lead={say('lead')}>
      <div className="routing-rules">
        <Standing book={book} />
        <Tabs label={say('tabs')} pages={pages} chosen={tab} onChoose={(chosen) => go({ tab: chosen })} />
      </div>
    </Page>
  )
} // prettier-ignore

/** Which rules serve, and whether other ones wait to be published. */
function Standing({ book }: { book: Book }) {
  const say = useWords(words)
  const { current } = book
  return (
    <div className="routing-standing">
      <p>{current ? say('inForce', { number: current.number, title: current.title }) : say('nothingInForce')}</p>
      {!book.mayManage && <small>{say('readOnly')}</small>}
      {book.mayManage && book.edited && <Draft book={book} />}
    </div>
  )
}

function Draft({ book }: { book: Book }) {
  const say = useWords(words)
  const [publishing, setPublishing] = useState(false)
  const drop = useSend(deleteRulebookDraft, { refetch: [getRulebook], onDone: () => book.forget() })
  const { keeping, current, changes } = book
  const same = current !== null && changes.length === 0
  return (
    <>
      {keeping === 'stale' && <Conflict book={book} />}
      <Notice
        tone={same ? 'info' : 'promise'}
        icon="edit"
        action={
          <span className="routing-row">
            <Confirm size="small" tone="quiet" label={say('dropDraft')} question={say('dropDraftAsk')} yes={say('dropDraft')} onYes={() => drop.mutate({})} />
            <Button size="small" tone={same ? 'plain' : 'primary'} isDisabled={keeping !== 'kept'} onPress={() => setPublishing(true)}>
              {say('publish')}
            </Button>
          </span>
        }
      >
        {current ? say('changes', { count: changes.length }) : say('nothingInForceText')} <KeepingWords book={book} />
      </Notice>
      {publishing && <Publish book={book} onClose={() => setPublishing(false)} />}
    </>
  )
} // prettier-ignore

function Conflict({ book }: { book: Book }) {
  const say = useWords(words)
  return (
    <Notice
      tone="danger"
      title={say('staleTitle', { name: book.theirs?.edited_by.name ?? '—' })}
      action={
        <span className="routing-row">
          <Button size="small" onPress={() => book.settle('theirs')}>
            {say('takeTheirs')}
          </Button>
          <Button size="small" onPress={() => book.settle('mine')}>
            {say('keepMine')}
          </Button>
        </span>
      }
    />
  )
}
