// Dots with whiskers on one line: where a figure is, and how far it may be off. What is drawn is said in words beside it.

export type Mark = { tone: 'today' | 'tomorrow' | 'really' | 'difference'; mean: number; low: number | null; high: number | null }

/** The ends of a line that holds all marks, with a little air; from zero where the figure cannot be below and is not far from it. */
export function scaleOf(
  marks: readonly Mark[],
  { zero = false, most }: { zero?: boolean; most?: number } = {},
): [number, number] {
  const ends = marks.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean])
  const [least, greatest] = [Math.min(...ends, ...(zero ? [0] : [])), Math.max(...ends, ...(zero ? [0] : []))]
  const air = (greatest - least || Math.abs(greatest) || 1) * 0.08
  return [zero && least === 0 ? 0 : least - air, Math.min(most ?? Infinity, greatest + air)]
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
