const MOST = 5

/** How full a seat is, as small marks; what is said stands beside or in the label. */
export function Pips({ used, most, label }: { used: number; most: number; label: string }) {
  const full = most > 0 ? Math.ceil(Math.min(1, used / most) * MOST) : 0
  return (
    <span className="routing-pips" role="img" aria-label={label}>
      {Array.from({ length: MOST }, (_, at) => (
        <i key={at} data-full={at < full || undefined} />
      ))}
    </span>
  )
}
