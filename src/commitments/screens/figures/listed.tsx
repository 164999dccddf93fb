import { Link } from '@tanstack/react-router'
import type { Id } from '#base/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listPromises } from '../../contract.ts'
import { words as states } from '../words.ts'
import { useDueWords } from '../use-due-words.ts'
import type { Looking } from './period.ts'
import { words } from './words.ts'

type Listing = {
  show: NonNullable<Looking['show']>
  filter: { owner?: 'me'; team?: Id<'team'>; brand?: string }
  onClose: () => void
}

/** The very promises a figure was counted from. */
export function Listed({ show, filter, onClose }: Listing) {
  const say = useWords(words)
  const stated = useWords(states)
  const when = useDueWords()
  const found = useAskPages(listPromises, {
    ...filter,
    ...(show.owner ? { owner: show.owner } : {}),
    ...(show.brand ? { brand: show.brand } : {}),
    state: 'all',
    outcome: show.outcome,
    due_from: show.from,
    due_until: show.until,
    limit: 100,
  })
  const count = found.items.length
  return (
    <Drawer
      open
      onClose={onClose}
      title={say(found.hasMore ? 'listTitleMore' : 'listTitle', { outcome: say(show.outcome), count })}
    >
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={6} kind="rows" />}
      <ul className="commitments-listed">
        {found.items.map((promise) => (
          <li key={promise.id}>
            <Link to={`/cases/${promise.case.id}`}>{promise.what}</Link>
            <small>
              {[promise.customer?.name, stated('caseNumber', { number: promise.case.number }), promise.owner.name]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <span>
              <Badge tone={promise.broken_at ? (promise.kept_at ? 'promise' : 'danger') : promise.kept_at ? 'good' : 'neutral'}>
                {stated(`state_${promise.state}`)}
              </Badge>
              <small>
                {when(promise)}
                {promise.kept_at && (
                  <>
                    {' → '}
                    <Time at={promise.kept_at} as="exact" />
                  </>
                )}
              </small>
            </span>
            {(promise.moved_because ?? promise.withdrawn_because) && <q>{promise.moved_because ?? promise.withdrawn_because}</q>}
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
    </Drawer>
  )
}
