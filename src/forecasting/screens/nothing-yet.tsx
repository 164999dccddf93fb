import type { ReactNode } from 'react'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Overview } from '../contract.ts'
import { words } from './words.ts'

/** What it takes, and how far one is from it. */
export function NothingYet({ overview, bring }: { overview: Overview; bring: ReactNode }) {
  const say = useWords(words)
  const days = Math.max(0, ...overview.streams.map((each) => each.days))
  return (
    <Panel>
      {overview.counting !== null ? (
        <div className="forecasting-under-way">
          <Progress label={say('counting')} value={overview.counting} />
          <p>{say('countingText')}</p>
        </div>
      ) : (
        <Empty drawing="calm" title={say('emptyTitle')} action={bring}>
          {say('emptyText')}
          {days > 0 && days < overview.days_needed && ` ${say('emptyYoung', { days, left: overview.days_needed - days })}`}
        </Empty>
      )}
    </Panel>
  )
}
