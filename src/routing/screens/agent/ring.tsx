import { Amount } from '#ui/time'

/** How much is left of a time, as a ring that empties; its number stands inside and is read on demand, not with every second. */
export function TimeRing({ left, of, label }: { left: number; of: number; label: string }) {
  const share = of > 0 ? Math.min(1, left / of) : 0
  return (
    <span className="routing-ring" role="timer" aria-label={label} data-short={share < 0.25 || undefined}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="19" />
        <circle cx="22" cy="22" r="19" pathLength={100} style={{ strokeDashoffset: 100 - share * 100 }} />
      </svg>
      <b aria-hidden="true">
        <Amount value={left} />
      </b>
    </span>
  )
}
