import { memo } from 'react'
import { useWords } from '#ui/words'
import { activityKinds } from '../../contract/activity.ts'
import { gridWords } from './grid/words.ts'
import { words } from './words.ts'

/** What colours, patterns and letters mean, and how much is shown. */
export const Legend = memo(function Legend({ count }: { count: string }) {
  const say = useWords(gridWords)
  const sayHere = useWords(words)
  return (
    <div className="scheduling-foot">
      <ul className="scheduling-legend" aria-label={sayHere('legend')}>
        {activityKinds.map((kind) => (
          <li key={kind}>
            <i data-kind={kind} aria-hidden="true">
              {kind === 'work' ? '' : say(`letter_${kind}`)}
            </i>
            {say(kind)}
          </li>
        ))}
      </ul>
      <small role="status">{count}</small>
    </div>
  )
})
