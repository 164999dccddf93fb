const MOST = 5

/** How full a seat is, as small marks; what is said stands beside them. */
export function Pips({ used, most }: { used: number; most: number }) {
  const full = most > 0 ? Math.ceil(Math.min(1, used / most) * MOST) : 0
  return (
    <span className="routing-pips" aria-hidden="true">
      {Array.from({ length: MOST }, (_, at) => (
        <i key={at} data-full={at < full || undefined} />
      ))}
    </span>
  )
}
