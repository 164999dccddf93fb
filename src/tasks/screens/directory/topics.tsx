import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { deleteTopic, listTopics, type Topic, type WhomToAsk } from '../../contract.ts'
import { EditTopic } from './edit-topic.tsx'
import { useDay, useUsual } from './said.ts'
import { words } from './words.ts'

export function Topics() {
  const say = useWords(words)
  const { may } = useMe()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState<Topic | 'new' | null>(null)
  const found = useAskPages(listTopics, { limit: 50, ...(q.trim() === '' ? {} : { q: q.trim() }) })
  const add = may('task.manage') && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('newTopic')}
    </Button>
  )
  const isNew = found.items.length === 0 && q === ''
  return (
    <div className="tasks-directory">
      {!(isNew && found.data) && (
        <div className="tasks-directory-head">
          <SearchField label={say('search')} value={q} onChange={setQ} />
          {add}
        </div>
      )}
      {found.isError && !found.data ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Panel flush>
          <Skeleton lines={4} kind="rows" />
        </Panel>
      ) : isNew ? (
        <Empty drawing="letter" title={say('noTopicsTitle')} action={add}>
          {say('noTopicsText')}
        </Empty>
      ) : found.items.length === 0 ? (
        <Empty drawing="search" title={say('nothingFound')}>
          {say('nothingFoundText')}
        </Empty>
      ) : (
        <ul className="tasks-topics">
          {found.items.map((topic) => (
            <One key={topic.id} topic={topic} {...(add ? { onEdit: () => setOpen(topic) } : {})} />
          ))}
        </ul>
      )}
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {open && <EditTopic topic={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function One({ topic, onEdit }: { topic: Topic; onEdit?: () => void }) {
  const say = useWords(words)
  const strike = useSend(deleteTopic, { refetch: [listTopics] })
  return (
    <li className="tasks-topic">
      <header>
        <div>
          <h2>{topic.name}</h2>
          {topic.about !== '' && <p>{topic.about}</p>}
        </div>
        {onEdit && (
          <span className="ui-button-row">
            <Button size="small" icon="edit" onPress={onEdit}>
              {say('edit')}
            </Button>
            <Confirm size="small" tone="quiet" label={say('strike')} question={say('strikeQuestion')} yes={say('yesStrike')} onYes={() => strike.mutate({ id: topic.id })} />
          </span>
        )}
      </header>
      {topic.words.length > 0 && <p className="tasks-topic-words" aria-label={say('words')}>{topic.words.map((word) => <Badge key={word}>{word}</Badge>)}</p>}
      {topic.whom.length === 0 ? (
        <p className="tasks-quiet">{say('nobody')}</p>
      ) : (
        <ol className="tasks-whom">
          {topic.whom.map((whom) => (
            <Whom key={whom.id} whom={whom} />
          ))}
        </ol>
      )}
    </li>
  ) // prettier-ignore
}

function Whom({ whom }: { whom: WhomToAsk }) {
  const say = useWords(words)
  const day = useDay()
  const usual = useUsual()
  return (
    <li data-gone={whom.gone || undefined}>
      <span>
        <strong>{whom.name}</strong> <small>{say(whom.kind)}</small>
        {whom.note !== '' && <em>{whom.note}</em>}
      </span>
      <span className="tasks-whom-facts">
        {whom.gone && <Badge tone="danger">{say('gone')}</Badge>}
        {whom.away_until && (
          <Badge tone="promise">
            {say('awayUntil', { day: day(whom.away_until) })}
            {whom.stand_in && ` · ${say('standIn', { name: whom.stand_in.name })}`}
          </Badge>
        )}
        {whom.usual && <small>{usual(whom.usual)}</small>}
      </span>
    </li>
  )
}
