import { useWords } from '#ui/words'
import type { Guess } from '../../contract/names.ts'
import { usePercent } from '../shown.ts'
import { words } from '../words.ts'

type Drawn = { so_far: number | null; tonight: Guess; target: number }
const at = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`

/** So far, tonight with what may come of it, and the target, on one line from none to all. */
export function Gauge({ so_far, tonight, target }: Drawn) {
  const say = useWords(words)
  const percent = usePercent()
  return (
    <div className="intraday-gauge">
      <div className="intraday-gauge-track" aria-hidden="true">
        <i data-mark="band" style={{ insetInlineStart: at(tonight.low), inlineSize: `calc(${at(tonight.high)} - ${at(tonight.low)})` }} />
        {so_far !== null && <i data-mark="so-far" style={{ insetInlineStart: at(so_far) }} />}
        <i data-mark="tonight" style={{ insetInlineStart: at(tonight.mean) }} />
        <i data-mark="target" style={{ insetInlineStart: at(target) }} />
      </div>
      <ul>
        <li data-mark="so-far">{say('soFar')} <b>{percent(so_far)}</b></li>
        <li data-mark="tonight">{say('tonight')} <b>{percent(tonight.mean)}</b> <small>{say('between', { low: percent(tonight.low), high: percent(tonight.high) })}</small></li>
        <li data-mark="target">{say('targetWord')} <b>{percent(target)}</b></li>
      </ul>
    </div>
  )
} // prettier-ignore
