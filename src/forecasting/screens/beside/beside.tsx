// Beside the chart: why this forecast, what is to be decided, what people changed and announced.
import { useAsk } from '#ui/query'
import { listForecastRuns, type KnownStream, type Overview } from '../../contract.ts'
import type { Span } from '../view.ts'
import { Adjustments } from './adjustments.tsx'
import { Announced } from './announced.tsx'
import { Brought } from './brought.tsx'
import { Lived } from './lived.tsx'
import { Race } from './race.tsx'
import { ToDecide } from './to-decide.tsx'

export type Besides = { overview: Overview; stream: KnownStream; span: Span }

export function Beside(besides: Besides) {
  const runs = useAsk(listForecastRuns, { limit: 5 })
  const told = runs.data?.items.find(({ state }) => state === 'done') ?? null
  return (
    <div className="forecasting-beside">
      <div>
        <Race run={told} stream={besides.stream} />
        <Lived {...besides} />
      </div>
      <div>
        <ToDecide {...besides} />
        <Adjustments {...besides} />
        <Announced {...besides} />
        <Brought {...besides} />
      </div>
    </div>
  )
}
