type Line = { came: readonly number[]; gone: readonly number[]; label: string }

const WIDTH = 96
const HEIGHT = 24

/** Two hours at a glance: how many came every five minutes, and below in amber how many of these left unserved. */
export function Spark({ came, gone, label }: Line) {
  const most = Math.max(4, ...came)
  const step = WIDTH / (came.length - 1)
  const at = (value: number, nth: number): string =>
    `${(nth * step).toFixed(1)} ${(HEIGHT - 1 - (value / most) * (HEIGHT - 3)).toFixed(1)}`
  const line = came.map(at).join('L')
  return (
    <svg className="floor-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path className="floor-spark-fill" d={`M0 ${HEIGHT}L${line}L${WIDTH} ${HEIGHT}z`} />
      <path className="floor-spark-line" d={`M${line}`} />
      {gone.map(
        (count, nth) =>
          count > 0 && (
            <path
              key={nth}
              className="floor-spark-gone"
              d={`M${(nth * step).toFixed(1)} ${HEIGHT}V${at(count, nth).split(' ')[1]}`}
            />
          ),
      )}
    </svg>
  )
}
