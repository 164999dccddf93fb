import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { ButtonLink } from '#ui/button'
import { freshOn } from '#ui/live'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getRoster, getRulebook, getTrial, getTrialFigures, listTrials } from '../../contract.ts'
import { Begin } from './begin.tsx'
import { Past } from './past.tsx'
import { Running } from './running.tsx'
import { words } from './words.ts'
import './trial.css'

freshOn(['routing.trial_began', 'routing.trial_widened', 'routing.trial_rolled_back', 'routing.trial_published', 'routing.rules_in_force'], [getTrial, getTrialFigures, listTrials, getRulebook]) // prettier-ignore

/** New rules on a share of the contacts: how both sides stand, and what to do about it. */
export function TrialPage() {
  const say = useWords(words)
  const now = useAsk(getTrial, {}, { staleSeconds: 20 })
  const rules = useAsk(getRulebook, {}, { staleSeconds: 60 })
  const may = useAsk(getRoster, {}, { staleSeconds: 300 }).data?.may.steer ?? false
  const failed = now.error ?? rules.error
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ButtonLink href="/desk/floor" tone="quiet" icon="screen">{say('floor')}</ButtonLink>}>
      {failed && !now.data ? (
        <Failure error={failed} onRetry={() => void now.refetch()} />
      ) : !now.data || !rules.data ? (
        <Panel flush>
          <Skeleton lines={5} kind="rows" />
        </Panel>
      ) : now.data.trial ? (
        <Running trial={now.data.trial} />
      ) : rules.data.current ? (
        <Begin current={rules.data.current} may={may} />
      ) : (
        <Empty drawing="calm" title={say('emptyTitle')} action={<ButtonLink href="/desk/routing" tone="primary">{say('toRules')}</ButtonLink>}>
          {say('emptyText')}
        </Empty>
      )}
      <Past />
    </Page>
  )
} // prettier-ignore
