// The weight of drawing, fetched when a chart is first shown. It draws on a canvas: the policy of the desk allows no style written in markup.
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as add, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState } from 'react'
import type { Drawn } from './chart.tsx'
import { optionOf, readInks, type Inks } from './chart-option.ts'
import { useTheme } from './theme.ts'

add([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export function ChartBody(drawn: Drawn) {
  const { place, chart } = useCanvas()
  const inks = useInks(place)
  useEffect(() => {
    if (!chart || !inks) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.setOption({ ...optionOf(drawn, inks), animation: !still }, { notMerge: true })
  })
  const { onPick } = drawn
  useEffect(() => {
    if (!chart || !onPick) return
    const pick = ({ dataIndex, seriesIndex }: { dataIndex?: number; seriesIndex?: number }): void => {
      if (dataIndex !== undefined && seriesIndex !== undefined) onPick(dataIndex, seriesIndex)
    }
    chart.on('click', pick)
    return () => void chart.off('click', pick)
  }, [chart, onPick])
  return <div ref={place} className="ui-chart-canvas" aria-hidden="true" />
}

function useCanvas(): { place: React.RefObject<HTMLDivElement | null>; chart: EChartsType | null } {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = init(element)
    setChart(made)
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  return { place, chart }
}

// The colours of the moment: read anew when the theme changes, here or in the system.
function useInks(place: React.RefObject<HTMLElement | null>): Inks | null {
  const theme = useTheme()
  const [inks, setInks] = useState<Inks | null>(null)
  useEffect(() => {
    const read = (): void => setInks(place.current && readInks(place.current))
    read()
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', read)
    return () => system.removeEventListener('change', read)
  }, [place, theme])
  return inks
}
