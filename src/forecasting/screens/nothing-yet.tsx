import { Empty } from '#ui/empty'
import { Panel } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Overview } from '../contract.ts'
import { words } from './words.ts'

/** What a forecast is made of, where nothing is known yet. The steps to one stand below. */
export function NothingYet({ overview }: { overview: Overview }) {
  const say = useWords(words)
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
