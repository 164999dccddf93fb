import { Empty } from '#ui/empty'
import { Panel } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Overview } from '../contract.ts'
import { words } from './words.ts'

/** What a forecast is made of, where nothing is known. Before the first one the steps to it say so. */
export function NothingYet({ overview }: { overview: Overview }) {
  const say = useWords(words)
  if (overview.counting === null && overview.published_at === null) return null
  return (
    <Panel>
      {overview.counting !== null ? (
        <div className="forecasting-under-way">
          <Progress label={say('counting')} value={overview.counting} />
          <p>{say('countingText')}</p>
        </div>
      ) : (
        <Empty drawing="calm" title={say('emptyTitle')}>
          {say('emptyText')}
        </Empty>
      )}
    </Panel>
  )
}
