import { Link } from '@tanstack/react-router'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listSilent, listStagnant, type Quiet } from '../../contract.ts'
import type { Owners } from './page.tsx'
import { words } from './words.ts'

type Listing = { cause: 'silent' | 'stagnant'; owners: Owners; only: 'too_long' | 'all'; named: boolean }

/** The longest first. */
export function Quiets({ cause, owners, only, named }: Listing) {
  const say = useWords(words)
  const list = useAskPages(cause === 'silent' ? listSilent : listStagnant, { ...owners, only, limit: 100 })
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending)
    return (
      <Panel flush>
        <Skeleton lines={5} kind="rows" />
      </Panel>
    )
  if (list.items.length === 0)
    return (
      <Empty drawing="calm" title={say(`${cause}Empty`)}>
        {say(`${cause}EmptyText`)}
      </Empty>
    )
  return (
    <>
      <ul className="clocks-rows">
        {list.items.map((quiet) => (
          <Row key={quiet.case.id} quiet={quiet} named={named} />
        ))}
      </ul>
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

function Row({ quiet, named }: { quiet: Quiet; named: boolean }) {
  const say = useWords(words)
  return (
    <li className="clocks-row" data-late={quiet.alarm_at ? '' : undefined}>
      <Link to={`/cases/${quiet.case.id}`} className="clocks-what" data-line={quiet.case.id}>
        <strong>{quiet.customer?.name ?? say('nobody')}</strong>
        <small>
          {say('caseNumber', { number: quiet.case.number })} · {quiet.case.subject}
        </small>
      </Link>
      {quiet.taken_by && (
        <Badge tone="good" icon="check">
          {say('takenBy', { name: quiet.taken_by.name })}
        </Badge>
      )}
      {named && <Person person={quiet.owner} size={24} />}
      <span className="clocks-when">
        <strong>
          <Time at={quiet.since} />
        </strong>
        <small>
          {quiet.alarm_at ? (
            say('tooLong')
          ) : quiet.due_at ? (
            <>
              {say('signalled')} <Time at={quiet.due_at} />
            </>
          ) : (
            say('inTime')
          )}
        </small>
      </span>
    </li>
  )
}
