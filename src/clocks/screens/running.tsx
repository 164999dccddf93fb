import { Badge } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { RunningClock, Segment } from '../contract.ts'
import { shareGone } from './share-gone.ts'
import { When } from './when.tsx'
import { words } from './words.ts'

/** One clock as it runs: how much of its time has gone by, when it is due, and why it stands as it stands. */
export function Running({ clock, at, zone }: { clock: RunningClock; at: string; zone: string }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  const late = clock.state === 'breached' || (clock.due_at !== null && Date.parse(clock.due_at) <= now)
  const share = late ? 1 : shareGone(clock, { at: Date.parse(at), now })
  const state = late ? 'breached' : clock.state
  return (
    <li className="clocks-one" data-state={state} data-near={share >= 0.75 || undefined}>
      <span className="clocks-head">
        <strong>{say(clock.kind)}</strong>
        {state !== 'running' && <Badge tone={late ? 'danger' : 'neutral'}>{say(`state_${state}`)}</Badge>}
        {clock.due_at ? (
          <span className="clocks-due">
            <Time at={clock.due_at} />
          </span>
        ) : null}
      </span>
      <span
        className="clocks-bar"
        role="meter"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-label={say('progress', { name: say(clock.kind), percent: Math.round(share * 100) })}
      >
        <span style={{ inlineSize: `${Math.min(100, share * 100)}%` }} />
      </span>
      <small>
        {clock.due_at ? (
          <>
            <When at={clock.due_at} zone={zone} /> ·{' '}
          </>
        ) : null}
        {clock.why[spoken]}
      </small>
      {clock.segments.length > 1 && <Segments segments={clock.segments} zone={zone} />}
    </li>
  )
}

function Segments({ segments, zone }: { segments: readonly Segment[]; zone: string }) {
  const say = useWords(words)
  return (
    <details className="clocks-more">
      <summary>{say('segments')}</summary>
      <ol>
        {segments.map((segment) => (
          <li key={segment.from} data-state={segment.state}>
            <strong>{say(segment.state === 'running' ? 'ran' : 'stood')}</strong> <When at={segment.from} zone={zone} /> →{' '}
            {segment.until ? <When at={segment.until} zone={zone} /> : say('still')}
            {segment.because && <small>{say(segment.because)}</small>}
          </li>
        ))}
      </ol>
    </details>
  )
}
