import { Link } from '@tanstack/react-router'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listRuns, type Run, type RunState } from '../contract.ts'
import { useRunName } from './run-name.ts'
import { words } from './words.ts'
import './rehearsal.css'

/** What was rehearsed, and the way to the next rehearsal. */
export function RehearsalsPage() {
  const say = useWords(words)
  const runs = useAskPages(listRuns, { limit: 30 })
  const none = runs.data !== undefined && runs.items.length === 0
  const begin = (
    <ButtonLink href="/desk/rehearsal/new" tone="primary" icon="plus">
      {say('begin')}
    </ButtonLink>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={none ? undefined : begin}>
      {runs.isError && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isPending && (
        <Panel>
          <Skeleton lines={4} kind="rows" />
        </Panel>
      )}
      {none && (
        <Panel>
          <Empty drawing="calm" title={say('emptyTitle')} action={begin}>
            {say('emptyText')}
          </Empty>
        </Panel>
      )}
      {runs.items.length > 0 && (
        <Panel flush>
          <ul className="rehearsal-runs" aria-label={say('earlier')}>
            {runs.items.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ul>
        </Panel>
      )}
      {runs.hasMore && (
        <Button tone="quiet" busy={runs.isFetchingNextPage} onPress={runs.more}>
          {say('more')}
        </Button>
      )}
    </Page>
  )
}

const tones: Record<RunState, BadgeTone> = {
  asked: 'neutral',
  reading: 'info',
  rehearsing: 'info',
  done: 'good',
  failed: 'danger',
  cancelled: 'neutral',
}

function RunRow({ run }: { run: Run }) {
  const say = useWords(words)
  const nameOf = useRunName()
  const { name, about } = nameOf(run)
  const under = run.state === 'reading' || run.state === 'rehearsing'
  return (
    <li>
      <div className="rehearsal-run-name">
        <Link to={`/rehearsal/${run.id}`}>{name}</Link>
        <small>{about}</small>
      </div>
      <span className="rehearsal-run-state">
        {under ? (
          <Progress label={say(`state_${run.state}`)} value={run.progress} />
        ) : run.state === 'done' && run.trust ? (
          <Badge tone={run.trust === 'good' ? 'good' : run.trust === 'poor' ? 'promise' : 'neutral'}>
            {say(`trust_${run.trust}`)}
          </Badge>
        ) : (
          <Badge tone={tones[run.state]}>{say(`state_${run.state}`)}</Badge>
        )}
        {run.live && (
          <Badge tone="accent" icon="check">
            {say(`live_${run.live.how}`)}
          </Badge>
        )}
        {run.kept_at && <Badge icon="lock">{say('kept')}</Badge>}
      </span>
      <span className="rehearsal-run-when">
        <Time at={run.asked_at} />
        {run.asked_by && <small>{say('by', { name: run.asked_by.name })}</small>}
      </span>
    </li>
  )
}
