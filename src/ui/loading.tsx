import { ProgressBar } from 'react-aria-components'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'
import './loading.css'

/** Where words will be. `lines` rows as long as a list's, so that nothing jumps when they come. */
export function Skeleton({ lines = 3, kind = 'text' }: { lines?: number; kind?: 'text' | 'rows' }) {
  const say = useWords(words)
  return (
    <div className="ui-skeleton" data-kind={kind} role="status">
      <span className="unseen">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="ui-skeleton-line" data-step={line % 4} />
      ))}
    </div>
  )
}

/** Progress of something with an end. `value` from 0 to 1; without it, it only says that work goes on. */
export function Progress({ label, value }: { label: string; value?: number }) {
  const measured = value === undefined ? { isIndeterminate: true } : { value: value * 100 }
  return (
    <ProgressBar {...measured} aria-label={label} className="ui-progress">
      {({ percentage, valueText }) => (
        <>
          <span className="ui-progress-words">
            {label}
            <span>{valueText}</span>
          </span>
          <svg className="ui-progress-track" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="2" className="ui-progress-back" />
            <rect
              width={percentage ?? 30}
              height="2"
              className="ui-progress-done"
              data-moving={percentage === undefined || undefined}
            />
          </svg>
        </>
      )}
    </ProgressBar>
  )
}
