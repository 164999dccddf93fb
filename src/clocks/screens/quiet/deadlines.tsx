import { Link } from '@tanstack/react-router'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAskPages } from '#ui/query'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listClocks, type Clock } from '../../contract.ts'
import type { Owners } from './page.tsx'
import { When } from '../when.tsx'
import { words } from './words.ts'

/** What runs out next, the first due first. */
export function Deadlines({ owners, named }: { owners: Owners; named: boolean }) {
  const say = useWords(words)
  const list = useAskPages(listClocks, { ...owners, state: 'owed', limit: 100 })
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending)
    return (
      <Panel flush>
        <Skeleton lines={5} kind="rows" />
      </Panel>
    )
  if (list.items.length === 0)
    return (
      <Empty drawing="calm" title={say('lateEmpty')}>
        {say('lateEmptyText')}
      </Empty>
    )
  return (
    <>
      <ClockRows clocks={list.items} named={named} />
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

export function ClockRows({ clocks, named }: { clocks: readonly Clock[]; named: boolean }) {
  const say = useWords(words)
  const now = useNow()
  return (
    <ul className="clocks-rows">
      {clocks.map((clock) => {
        const late =
          clock.breached_at !== null || (clock.ended_at === null && clock.due_at !== null && Date.parse(clock.due_at) <= now)
        return (
          <li key={clock.id} className="clocks-row" data-late={late || undefined}>
            <Link to={`/cases/${clock.case.id}`} className="clocks-what" data-line={clock.id}>
              <strong>{say(clock.kind)}</strong>
              <small>
                {say('caseNumber', { number: clock.case.number })} · {clock.case.subject} · {clock.policy.name}
              </small>
            </Link>
            {late && <Badge tone="danger">{say('isLate')}</Badge>}
            {named && clock.owner && <Person person={clock.owner} size={24} />}
            <span className="clocks-when">
              <strong>{clock.due_at ? <Time at={clock.due_at} /> : say('isPaused')}</strong>
              <small>{clock.due_at && <When at={clock.ended_at ?? clock.due_at} />}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
