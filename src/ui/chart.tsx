import { lazy, Suspense } from 'react'
import { ChartFigures } from './chart-figures.tsx'
import { Skeleton } from './loading.tsx'
import './chart.css'

export { ChartFigures } // for pictures that are drawn elsewhere

export type ChartTone = 'accent' | 'promise' | 'danger' | 'good' | 'info' | 'neutral'
export type Series = { name: string; tone: ChartTone; values: readonly (number | null)[] } // null: nothing is known there
export type Drawn = {
  title: string // what is shown, for whoever does not see it
  kind: 'bars' | 'lines'
  stacked?: boolean
  labels: readonly string[] // along the bottom, one for each value
  labelName: string // what the labels are: "Semaine"
  series: readonly Series[]
  format?: (value: number) => string
  most?: number // the top of the scale, as 1 for a share
  onPick?: (label: number, series: number) => void // figures lead to what they were counted from
  height?: 'low' | 'tall'
}

const Body = lazy(async () => ({ default: (await import('./chart-body.tsx')).ChartBody }))

/** A picture of figures, and under it the figures, for whoever would rather read them or walks by keyboard. */
export function Chart(drawn: Drawn) {
  return (
    <figure className="ui-chart" data-height={drawn.height ?? 'low'} aria-label={drawn.title}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Body {...drawn} />
      </Suspense>
      <ChartFigures {...drawn} />
    </figure>
  )
}
