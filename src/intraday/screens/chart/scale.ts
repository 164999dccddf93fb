// Where a value stands in a drawing: pure, so that it can be tried without a browser.
export type Frame = { width: number; left: number; right: number }

export const xOf =
  ({ width, left, right }: Frame, count: number) =>
  (at: number): number =>
    left + ((width - left - right) * at) / Math.max(1, count)

/** A round number above all that is shown, and three steps to it. */
export function topOf(lines: readonly (readonly (number | null)[])[]): { top: number; ticks: number[] } {
  const most = Math.max(1, ...lines.flat().map((value) => value ?? 0))
  const rough = most / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough && (each >= 1 || most <= 1)) ?? power * 10
  const whole = most > 1 ? Math.max(1, Math.ceil(step)) : step
  return { top: whole * 3, ticks: [0, whole, whole * 2, whole * 3] }
}

/** The intervals in which anything is to be seen, one hour around them; all of them where nothing is. Less than one contact in an hour is not. */
export function seenIn(lines: readonly (readonly (number | null)[])[], per_hour: number): { from: number; to: number } {
  const count = lines[0]?.length ?? 0
  const some = (at: number): boolean => lines.some((line) => (line[at] ?? 0) * per_hour >= 1)
  const all = Array.from({ length: count }, (_, at) => at).filter(some)
  if (all.length === 0) return { from: 0, to: count }
  return { from: Math.max(0, all[0]! - per_hour), to: Math.min(count, all.at(-1)! + 1 + per_hour) }
}

type Point = { x: number; y: number }
/** A line through what is known, broken where nothing is. Middle of each interval. */
export function pathOf(points: readonly (Point | null)[]): string {
  let path = ''
  let pen = false
  for (const point of points) {
    if (!point) pen = false
    else {
      path += `${pen ? 'L' : 'M'}${point.x.toFixed(1)},${point.y.toFixed(1)}`
      pen = true
    }
  }
  return path
}

/** A line that holds for a whole interval: up and down at their edges. */
export function stepsOf(line: readonly (number | null)[], { x, y, from }: { x: (at: number) => number; y: (value: number) => number; from: number }): string {
  let path = ''
  let pen = false
  for (const [place, value] of line.entries()) {
    if (value === null) pen = false
    else {
      const [left, right, height] = [x(place + from), x(place + from + 1), y(value)].map((n) => n.toFixed(1))
      path += `${pen ? 'L' : 'M'}${left},${height}H${right}`
      pen = true
    }
  }
  return path
} // prettier-ignore

/** A surface between two lines, where both are known; one piece for each stretch. */
export function bandOf(low: readonly (Point | null)[], high: readonly (Point | null)[]): string {
  const pieces: { up: Point; down: Point }[][] = [[]]
  for (const [at, up] of high.entries()) {
    const down = low[at]
    if (up && down) pieces.at(-1)!.push({ up, down })
    else pieces.push([])
  }
  return pieces.filter((piece) => piece.length > 1).map(around).join('')
} // prettier-ignore

function around(piece: readonly { up: Point; down: Point }[]): string {
  const text = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`
  return `M${piece.map(({ up }) => text(up)).join('L')}L${piece.toReversed().map(({ down }) => text(down)).join('L')}Z`
} // prettier-ignore
