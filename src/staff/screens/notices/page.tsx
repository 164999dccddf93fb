import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listNotices, seeNotice, seeNotices, type Notice } from '../../contract.ts'
import { words } from './words.ts'
import './notices.css'

/** What the house told whoever sits here. */
export function NoticesPage() {
  const say = useWords(words)
  const [only, setOnly] = useState<'unseen' | 'all'>('unseen')
  const list = useAskPages(listNotices, only === 'unseen' ? { only } : {})
  const seeAll = useSend(seeNotices, { refetch: [listNotices], onDone: () => void toast({ text: say('seen'), tone: 'good' }) })
  const waiting = list.items.some(({ seen_at }) => seen_at === null)
  const actions = waiting && (
    <Button icon="check" busy={seeAll.isPending} onPress={() => seeAll.mutate({})}>
      {say('seeAll')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={actions}>
      <div className="ui-stack">
        <div>
          <Segments
            label={say('which')}
            value={only}
            onChange={setOnly}
            options={[
              { id: 'unseen', label: say('unseen') },
              { id: 'all', label: say('all') },
            ]}
          />
        </div>
        {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton kind="rows" />}
        {list.isSuccess && list.items.length === 0 && <Nothing unseen={only === 'unseen'} onAll={() => setOnly('all')} />}
        {list.items.length > 0 && (
          <Panel flush>
            <ul className="notices">
              {list.items.map((notice) => (
                <One key={notice.id} notice={notice} />
              ))}
            </ul>
          </Panel>
        )}
        {list.hasMore && <Button onPress={list.more}>{say('more')}</Button>}
      </div>
    </Page>
  )
}

function Nothing({ unseen, onAll }: { unseen: boolean; onAll: () => void }) {
  const say = useWords(words)
  return (
    <Panel>
      <Empty drawing="calm" title={say(unseen ? 'noneUnseen' : 'none')} action={unseen && <Button onPress={onAll}>{say('showAll')}</Button>}>
        {say('noneUnseenText')}
      </Empty>
    </Panel>
  ) // prettier-ignore
}

// Opening what it is about makes it seen; so does following it, for what was moved meanwhile.
function One({ notice }: { notice: Notice }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const see = useSend(seeNotice, { refetch: [listNotices], onError: () => {} }) // it only stays unseen
  const isNew = notice.seen_at === null
  return (
    <li className="notice" data-new={isNew || undefined}>
      <Link to={notice.path} className="notice-link" onClick={() => isNew && see.mutate({ id: notice.id })}>
        <Icon name={notice.urgent ? 'warning' : 'bell'} size={20} />
        <span className="notice-words">
          {notice[spoken]}
          {isNew && <span className="unseen"> ({say('isNew')})</span>}
        </span>
        {notice.urgent && <Badge tone="danger">{say('urgent')}</Badge>}
        <Time at={notice.told_at} />
      </Link>
    </li>
  )
}
