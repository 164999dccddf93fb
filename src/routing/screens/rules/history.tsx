import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deleteRulesInForce, getRulebook, getRulebookVersion, listRulebooks, putRulebookInForce, type RulebookBrief,
} from '../../contract/rulebook-endpoints.ts' // prettier-ignore
import { differenceBetween } from '../../rules/rulebook-difference.ts'
import { namesOfHouse } from '../../rules/names.ts'
import { ChangeList } from './change-list.tsx'
import type { Book } from './use-book.ts'
import { words } from './words.ts'

/** Every version there was, and the way back to it. */
export function History({ book }: { book: Book }) {
  const say = useWords(words)
  const list = useAskPages(listRulebooks, { limit: 30 })
  const [seen, setSeen] = useState<RulebookBrief | null>(null)
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Skeleton kind="rows" />
  if (list.items.length === 0)
    return (
      <Empty drawing="calm" title={say('noVersions')}>
        {say('noVersionsText')}
      </Empty>
    )
  return (
    <div className="routing-rules">
      <Panel flush>
        <ul className="routing-versions">
          {list.items.map((version) => (
            <One key={version.id} version={version} book={book} onSee={() => setSeen(version)} />
          ))}
        </ul>
      </Panel>
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
      {book.current && book.mayManage && <Stop />}
      {seen && <Seen version={seen} book={book} onClose={() => setSeen(null)} />}
    </div>
  )
}

function One({ version, book, onSee }: { version: RulebookBrief; book: Book; onSee: () => void }) {
  const say = useWords(words)
  const [last] = version.in_force
  const now = book.current?.id === version.id
  return (
    <li>
      <div>
        <strong>
          {say('version', { number: version.number })} · {version.title}
        </strong>
        <small>
          <Time at={version.made_at} /> {say('madeBy', { name: version.made_by.name })}
          {last && now && (
            <>
              {' · '}
              {say('since')} <Time at={last.since} as="day" />
            </>
          )}
        </small>
      </div>
      {now && <Badge tone="good">{say('inForceNow')}</Badge>}
      {!last && <Badge>{say('aside')}</Badge>}
      {!now && (
        <Button size="small" onPress={onSee}>
          {say('see')}
        </Button>
      )}
    </li>
  )
}

function Seen({ version, book, onClose }: { version: RulebookBrief; book: Book; onClose: () => void }) {
  const say = useWords(words)
  const { data } = useAsk(getRulebookVersion, { id: version.id })
  const { number } = version
  const first = version.in_force.length === 0 // it was kept aside
  const back = useSend(putRulebookInForce, {
    refetch: [getRulebook, listRulebooks],
    onDone: () => {
      toast({ tone: 'good', text: say(first ? 'nowInForce' : 'backInForce', { number }) })
      onClose()
    },
  })
  const asDraft = (): void => {
    if (data) book.change(data.document)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} size="wide" title={say('againstNow', { number })} foot={
      book.mayManage && data && (
        <>
          <Button onPress={asDraft}>{say('asDraft')}</Button>
          <Confirm label={say(first ? 'goTo' : 'goBack')} question={say('goBackAsk', { number })} yes={say(first ? 'goTo' : 'goBack')} onYes={() => back.mutate({ id: version.id })} />
        </>
      )
    }>
      {data ? <Difference book={book} to={data.document} /> : <Skeleton lines={5} />}
    </Dialog>
  )
} // prettier-ignore

function Difference({ book, to }: { book: Book; to: Book['book'] }) {
  const from = book.current?.document ?? { ...to, queues: [] }
  const names = namesOfHouse(book.house, { ...to, queues: [...from.queues, ...to.queues] })
  return <ChangeList changes={differenceBetween({ before: from, after: to, names })} />
}

function Stop() {
  const say = useWords(words)
  const stop = useSend(deleteRulesInForce, {
    refetch: [getRulebook, listRulebooks],
    onDone: () => toast({ tone: 'good', text: say('stopped') }),
  })
  return (
    <div>
      <Confirm tone="quiet" label={say('stop')} question={say('stopAsk')} yes={say('stop')} onYes={() => stop.mutate({})} />
    </div>
  )
}
