// Where on the picture a moment and a number lie. Pure.
import type { Point } from '../points.ts'

export type Frame = { width: number; height: number; left: number; top: number; right: number; bottom: number }
export type Scale = {
  frame: Frame
  top: number // the highest number on the axis
  ticks: number[]
  x(at: number): number
  y(value: number): number
  at(x: number): number // milliseconds
}

export function scaleOf(points: readonly Point[], frame: Frame): Scale {
  const [from, to] = [points[0]?.from ?? 0, points.at(-1)?.to ?? 1]
  const highest = Math.max(
    ...points.map(({ arrived, mean, p90, unadjusted }) => Math.max(arrived ?? 0, mean ?? 0, p90 ?? 0, unadjusted ?? 0)),
    0,
  )
  const { top, ticks } = niceTicks(highest)
  const [across, down] = [frame.width - frame.left - frame.right, frame.height - frame.top - frame.bottom]
  return {
    frame,
    top,
    ticks,
    x: (at) => frame.left + ((at - from) / Math.max(1, to - from)) * across,
    y: (value) => frame.top + down * (1 - value / top),
    at: (x) => from + ((x - frame.left) / Math.max(1, across)) * (to - from),
  }
}

/** Three to six round steps from zero; the axis of an empty chart goes to one. */
export function niceTicks(highest: number): { top: number; ticks: number[] } {
  if (!(highest > 0)) return { top: 1, ticks: [0, 1] }
  const rough = highest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 1.5, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  const count = Math.ceil(highest / step)
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => Math.round(i * step * 1e6) / 1e6) }
}

/** A line through the points that are known; it breaks where one is not. */
export function linePath(points: readonly Point[], scale: Scale, value: (point: Point) => number | null): string {
  let path = ''
  let broken = true
  for (const point of points) {
    const known = value(point)
    if (known === null) {
      broken = true
      continue
    }
    path += `${broken ? 'M' : 'L'}${middle(point, scale)} ${round(scale.y(known))}`
    broken = false
  }
  return path
}

/** The room between the lower and the upper bound, a shape for each unbroken stretch. */
export function bandPath(points: readonly Point[], scale: Scale): string {
  const stretches: Point[][] = []
  for (const [i, point] of points.entries()) {
    if (point.p10 === null || point.p90 === null) continue
    const before = points[i - 1]
    if (before && before.p10 !== null && before.p90 !== null) stretches.at(-1)?.push(point)
    else stretches.push([point])
  }
  return stretches
    .map((stretch) => {
      const up = stretch.map((point) => `${middle(point, scale)} ${round(scale.y(point.p90 ?? 0))}`)
      const back = stretch.toReversed().map((point) => `${middle(point, scale)} ${round(scale.y(point.p10 ?? 0))}`)
      return `M${[...up, ...back].join('L')}Z`
    })
    .join('')
}

const middle = ({ from, to }: Point, scale: Scale): number => round(scale.x((from + to) / 2))
const round = (value: number): number => Math.round(value * 10) / 10
