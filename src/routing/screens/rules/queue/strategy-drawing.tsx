// Each way of choosing in a small drawing: three people, and which of them is asked. They say nothing that the words beside them do not.
import type { ReactNode } from 'react'
import type { Strategy } from '../../../contract/rulebook.ts'

const PLACES = [14, 36, 58] as const

const Person = ({ x, asked = false }: { x: number; asked?: boolean }) => (
  <g className={asked ? 'asked' : 'person'}>
    <circle cx={x} cy={30} r={4.5} />
    <path d={`M${x - 7} 44a7 7 0 0 1 14 0z`} />
  </g>
)

const people = (asked: number | 'all'): ReactNode =>
  PLACES.map((x, at) => <Person key={x} x={x} asked={asked === 'all' || asked === at} />)

// Idle for so long; so many taken; a level so high.
const bars = (heights: readonly number[]): ReactNode =>
  heights.map((height, at) => (
    <rect key={PLACES[at]} className="measure" x={PLACES[at]! - 3} y={20 - height} width={6} height={height} rx={1.5} />
  ))
const dots = (counts: readonly number[]): ReactNode =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, i) => (
      <circle key={`${at} ${i}`} className="measure" cx={PLACES[at]} cy={19 - i * 5} r={2} />
    )),
  )

const drawings: Readonly<Record<Strategy, ReactNode>> = {
  longest_idle: (
    <>
      <path className="line" d="M36 6v7l4 3" />
      <circle className="line" cx={36} cy={12} r={8} />
      {people(1)}
    </>
  ),
  fewest_handled: (
    <>
      {dots([3, 4, 1])}
      {people(2)}
    </>
  ),
  most_skilled: (
    <>
      {bars([7, 16, 10])}
      {people(1)}
    </>
  ),
  ordered: (
    <>
      {PLACES.map((x, at) => (
        <text key={x} x={x} y={18} textAnchor="middle">
          {at + 1}
        </text>
      ))}
      {people(0)}
    </>
  ),
  round_robin: (
    <>
      <path className="line" d="M14 18c6-12 38-12 44 0m0 0-1-7m1 7-7-1" />
      {people(2)}
    </>
  ),
  ring_all: (
    <>
      {PLACES.map((x) => (
        <path key={x} className="line" d={`M${x - 6} 19a8 8 0 0 1 12 0M${x - 3} 22a4 4 0 0 1 6 0`} />
      ))}
      {people('all')}
    </>
  ),
}

export const StrategyDrawing = ({ strategy }: { strategy: Strategy }) => (
  <svg className="routing-strategy-drawing" viewBox="0 0 72 48" aria-hidden="true">
    {drawings[strategy]}
  </svg>
)
