// From what is to be drawn to what the drawing library understands. Pure, but for the reading of colours.
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { ChartTone, Drawn, Series } from './chart.tsx'

type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>
const tones: Record<ChartTone, string> = {
  accent: '--accent',
  promise: '--promise',
  danger: '--danger',
  good: '--good-mark',
  info: '--info-ink',
  neutral: '--edge',
}
const others = { ink: '--ink', soft: '--ink-soft', line: '--line', raised: '--raised' } as const
export type Inks = Record<ChartTone | keyof typeof others, string> & { face: string }

/** The colours of the design language as they are computed at an element: they differ by theme. */
export function readInks(at: HTMLElement): Inks {
  const probe = document.createElement('span')
  at.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const names = { ...tones, ...others }
  const inks = Object.fromEntries(Object.entries(names).map(([tone, name]) => [tone, read(name)])) as Record<
    keyof typeof names,
    string
  > // entries keep their keys
  const face = getComputedStyle(probe).fontFamily
  probe.remove()
  return { ...inks, face }
}

// What is counted has no halves.
const isCounted = ({ series, most }: Drawn): boolean =>
  most === undefined && series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)))

export function optionOf(drawn: Drawn, inks: Inks): Option {
  const format = drawn.format ?? String
  const words = { color: inks.soft, fontFamily: inks.face, fontSize: 12 }
  return {
    grid: { left: 4, right: 8, top: drawn.series.length > 1 ? 36 : 12, bottom: 4, outerBoundsMode: 'same' },
    textStyle: { fontFamily: inks.face },
    legend: {
      show: drawn.series.length > 1,
      left: 0,
      top: 0,
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 16,
      textStyle: words,
      icon: 'roundRect',
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText', // drawn, not written: the policy forbids styles in markup
      axisPointer: { type: drawn.kind === 'bars' ? 'shadow' : 'line' },
      backgroundColor: inks.raised,
      borderColor: inks.line,
      textStyle: { color: inks.ink, fontFamily: inks.face, fontSize: 13 },
      valueFormatter: (value) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...drawn.labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.line } },
      axisLabel: { ...words, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(drawn.most === undefined ? {} : { max: drawn.most, interval: drawn.most / 4 }),
      ...(isCounted(drawn) ? { minInterval: 1 } : {}),
      splitNumber: 3,
      axisLabel: { ...words, formatter: (value: number) => format(value) },
      splitLine: { lineStyle: { color: inks.line } },
    },
    series: drawn.series.map((each) => seriesOf(each, drawn, inks)),
  }
}

function seriesOf({ name, tone, values }: Series, { kind, stacked }: Drawn, inks: Inks): BarSeriesOption | LineSeriesOption {
  const shared = { name, data: [...values], color: inks[tone], ...(stacked ? { stack: 'all' } : {}) }
  return kind === 'bars'
    ? { ...shared, type: 'bar', barMaxWidth: 32, itemStyle: { borderRadius: stacked ? 0 : [3, 3, 0, 0] } }
    : { ...shared, type: 'line', symbolSize: 6, lineStyle: { width: 2 }, connectNulls: false }
}
