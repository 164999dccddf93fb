import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure, tell } from '#ui/failure'
import { Notice, Page, Panel } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listParked, postRetry, type Parked } from '../contract.ts'
import { words } from './words.ts'
import './upkeep.css'

freshOn(['upkeep.retried'], [listParked])

/** What failed for good, with its reason, and the button that has it done again. */
export function UpkeepPage() {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(listParked, {})
  const retry = useSend(postRetry, {
    refetch: [listParked],
    onDone: ({ retried }) => toast({ text: say('retried', { count: retried }) }),
    onError: tell,
  })
  const some = data !== undefined && data.items.length > 0
  const all = some && (
    <Button tone="primary" busy={retry.isPending} onPress={() => retry.mutate({})}>
      {say('retryAll')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={all}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton kind="rows" />}
      {data && !some && (
        <Panel>
          <Empty drawing="calm" title={say('noneTitle')}>
            {say('noneText')}
          </Empty>
        </Panel>
      )}
      {some && (
        <Panel flush>
          <ul className="upkeep-list">
            {data.items.map((parked) => (
              <One key={parked.id} parked={parked} busy={retry.isPending} onRetry={() => retry.mutate({ id: parked.id })} />
            ))}
          </ul>
        </Panel>
      )}
      {data?.more && <Notice>{say('more')}</Notice>}
    </Page>
  )
}

function One({ parked, busy, onRetry }: { parked: Parked; busy: boolean; onRetry: () => void }) {
  const say = useWords(words)
  return (
    <li>
      <div>
        <p className="upkeep-name">
          <code>{parked.name}</code> <Badge>{say(parked.is)}</Badge>
          {parked.reader && <small>{say('heardBy', { reader: parked.reader })}</small>}
        </p>
        <p className="upkeep-error">{parked.error}</p>
      </div>
      <Time at={parked.at} />
      <Button size="small" isDisabled={busy} onPress={onRetry} aria-label={`${say('retry')} ${parked.name}`}>
        {say('retry')}
      </Button>
    </li>
  )
}
