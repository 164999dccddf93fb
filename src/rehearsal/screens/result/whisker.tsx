// Dots with whiskers on one line: where a figure is, and how far it may be off. What is drawn is said in words beside it.

import type { Unit } from '../figures.ts'

export type Mark = { tone: 'today' | 'tomorrow' | 'really' | 'difference'; mean: number; low: number | null; high: number | null }

/**
 * The ends of a line that holds all marks. A line may not be so short that a hair looks like a mile: a share takes at least twenty points of it,
 * seconds and counts begin at nothing, money takes at least a tenth of what it is.
 */
export function scaleOf(marks: readonly Mark[], unit: Unit): [number, number] {
  const ends = marks.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean])
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
  if (unit !== 'share' && unit !== 'money') return [0, greatest * 1.1 || 1]
  const span = Math.max(1.2 * (greatest - least), unit === 'share' ? 0.2 : greatest / 10)
  const from = Math.max(0, (least + greatest - span) / 2)
  return unit === 'share' && from + span > 1 ? [1 - span, 1] : [from, from + span]
}

/** Of a difference: nothing is always on it. */
export function scaleOfDifference({ mean, low, high }: Mark): [number, number] {
  const [least, greatest] = [Math.min(0, low ?? mean), Math.max(0, high ?? mean)]
  const air = (greatest - least || 1) * 0.08
  return [least - air, greatest + air]
}

export function Whiskers({
  marks,
  scale: [from, to],
  zero = false,
}: {
  marks: readonly Mark[]
  scale: [number, number]
  zero?: boolean
}) {
  const at = (value: number) => `${(100 * (value - from)) / (to - from || 1)}%`
  return (
    <span className="rehearsal-whiskers" data-rows={marks.length} aria-hidden="true">
      {zero && from <= 0 && to >= 0 && <span className="rehearsal-zero" style={{ insetInlineStart: at(0) }} />}
      {marks.map((mark) => (
        <span key={mark.tone} className="rehearsal-line" data-tone={mark.tone}>
          {mark.low !== null && mark.high !== null && (
            <span
              className="rehearsal-whisker"
              style={{ insetInlineStart: at(mark.low), inlineSize: `${(100 * (mark.high - mark.low)) / (to - from || 1)}%` }}
            />
          )}
          <span className="rehearsal-dot" style={{ insetInlineStart: at(mark.mean) }} />
        </span>
      ))}
    </span>
  )
}
