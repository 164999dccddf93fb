import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Avatar } from '#ui/person'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { countCases, listMentions, putMentionsSeen, type Mention } from '../../contract.ts'
import { words } from './mention-words.ts'
import { MineTabs } from './mine-tabs.tsx'
import { useRowKeys } from './row-keys.ts'
import { walkThrough } from './walk.ts'
import './lists.css'
import './mentions.css'

/** The notes in which the reader was named, the latest first. Opening the case is having seen them. */
export function MentionsPage() {
  const say = useWords(words)
  const room = useRef<HTMLDivElement>(null)
  const pages = useAskPages(listMentions, { limit: 50 })
  const unseen = useAsk(countCases, {}).data?.mentions ?? 0
  useRowKeys(room)
  const ids = [...new Set(pages.items.map((each) => each.case.id))].join(' ')
  useEffect(() => walkThrough(ids === '' ? [] : ids.split(' ')), [ids])
  return (
    <Page
      title={say('mentions')}
      lead={pages.data && pages.items.length > 0 && say('lead', { count: unseen })}
      actions={unseen > 0 && <AllSeen />}
    >
      <div ref={room} className="cases-mine">
        <MineTabs shown="mentions" />
        <Listed pages={pages} />
      </div>
    </Page>
  )
}

function AllSeen() {
  const say = useWords(words)
  const seen = useSend(putMentionsSeen, { refetch: [listMentions, countCases] })
  return (
    <Button icon="check" busy={seen.isPending} onPress={() => seen.mutate({})}>
      {say('allSeen')}
    </Button>
  )
}

function Listed({ pages }: { pages: ReturnType<typeof useAskPages<unknown, Mention>> }) {
  const say = useWords(words)
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.isPending) return <Skeleton lines={5} kind="rows" />
  if (pages.items.length === 0)
    return (
      <Empty drawing="calm" title={say('emptyTitle')}>
        {say('emptyText')}
      </Empty>
    )
  return (
    <section className="cases-sheet" aria-label={say('list')}>
      <ul>
        {pages.items.map((each) => (
          <li key={each.note}>
            <MentionLine mention={each} />
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <Button tone="quiet" busy={pages.isFetchingNextPage} onPress={pages.more}>
          {say('more')}
        </Button>
      )}
    </section>
  )
}

function MentionLine({ mention: { case: of, author, text, at, seen_at } }: { mention: Mention }) {
  const say = useWords(words)
  const name = author?.name ?? say('house')
  const isNew = seen_at === null
  return (
    <Link to={`/cases/${of.id}`} className="cases-line cases-mention-line" data-line="" data-stands={isNew ? 'new' : 'seen'}>
      <span className="cases-line-face">
        <Avatar person={author ?? { name }} size={36} />
        {isNew && <i title={say('unseen')} />}
      </span>
      <span className="cases-line-who">
        <strong>{name}</strong>
        {isNew && <span className="unseen">{say('unseen')}</span>}
      </span>
      <span className="cases-line-what">
        <strong>{text}</strong>
        <small>
          {say('about', { number: of.number, subject: of.subject || say('noSubject') })}
          {of.status === 'closed' && <Badge icon="check">{say('closed')}</Badge>}
        </small>
      </span>
      <span className="cases-line-when">
        <Time at={at} />
      </span>
    </Link>
  )
}
