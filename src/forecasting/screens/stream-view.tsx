// One stream: the chart, what is chosen on it, and everything beside it.
import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import {
  getClosedHours,
  getHistory,
  getPublished,
  listAnnouncements,
  listOutliers,
  steps,
  type KnownStream,
  type Overview,
} from '../contract.ts'
import { Beside } from './beside/beside.tsx'
import { ForecastChart } from './chart/forecast-chart.tsx'
import { noChoice, rangeOf, type Choosing, type Range } from './chart/selection.ts'
import { AdjustDrawer } from './deeds/adjust-drawer.tsx'
import { Figures } from './figures.tsx'
import { closedSpans, eventMarks, holidayMarks, oddMarks } from './marks.ts'
import { pointsOf, type Point } from './points.ts'
import { dayOf, longDayOf, number } from './say.ts'
import { useNarrow } from './use-narrow.ts'
import { useStreamName } from './use-stream-name.ts'
import { isByDay, moved, spanOf, stepOf, todayIn, zoomed, zooms, type Span, type View } from './view.ts'
import { words } from './words.ts'

export type Streaming = { overview: Overview; stream: KnownStream; view: View; see: (more: Partial<View>) => void }

export function StreamView({ overview, stream, view, see }: Streaming) {
  const say = useWords(words)
  const narrow = useNarrow()
  const span = spanOf(view, overview.zone)
  return (
    <>
      <Panel>
        <Bar overview={overview} stream={stream} view={view} see={see} />
        {overview.left_out > 0 && <p className="forecasting-quiet">{say('leftOut', { count: overview.left_out })}</p>}
        <Picture
          key={`${stream.key} ${view.zoom} ${span.step} ${span.first}`}
          overview={overview}
          stream={stream}
          view={view}
          see={see}
          span={span}
        />
        {narrow && (
          <div className="forecasting-bar">
            <Closeness view={view} see={see} />
          </div>
        )}
      </Panel>
      <Beside overview={overview} stream={stream} span={span} />
    </>
  )
}

const FEW = 12

/** Of a few it is chosen, of many it is searched. */
function PickStream({ overview, stream, see }: Omit<Streaming, 'view'>) {
  const say = useWords(words)
  const spoken = useLanguage()
  const nameOf = useStreamName()
  const options = overview.streams.map((each) => ({
    id: each.key,
    label: nameOf(each),
    detail: say('perWeek', { count: number(each.per_week, spoken) }),
  }))
  const picking = { label: say('stream'), hideLabel: true, options, value: stream.key }
  if (options.length <= FEW) return <Select {...picking} onChange={(key) => see({ stream: key })} />
  return <Combobox {...picking} placeholder={say('findStream')} onChange={(key) => key && see({ stream: key })} />
}

function Bar({ overview, stream, view, see }: Streaming) {
  const narrow = useNarrow()
  return (
    <div className="forecasting-bar">
      <PickStream overview={overview} stream={stream} see={see} />
      {!narrow && <Closeness view={view} see={see} />}
      <Steps overview={overview} view={view} see={see} />
    </div>
  )
}

/** How long a span, and by which step. On a phone it stands below the picture. */
function Closeness({ view, see }: Pick<Streaming, 'view' | 'see'>) {
  const say = useWords(words)
  return (
    <>
      <Segments
        label={say('zoom')}
        options={zooms.map((id) => ({ id, label: say(id) }))}
        value={view.zoom}
        onChange={(zoom) => see({ zoom, step: null })}
      />
      {!isByDay(view.zoom) && (
        <Segments
          label={say('step')}
          options={steps.map((minutes) => ({ id: String(minutes), label: say('minutes', { minutes }) }))}
          value={String(stepOf(view))}
          onChange={(chosen) => see({ step: steps.find((minutes) => String(minutes) === chosen) ?? null })}
        />
      )}
    </>
  )
}

function Steps({ overview, view, see }: Omit<Streaming, 'stream'>) {
  const say = useWords(words)
  const narrow = useNarrow()
  const today = todayIn(overview.zone, useNow())
  return (
    <div className="forecasting-steps">
      <IconButton icon="left" label={say('previous')} onPress={() => see({ day: moved(view, -1) })} />
      {narrow && <SpanShown span={spanOf(view, overview.zone)} zone={overview.zone} />}
      {(!narrow || view.day !== today) && (
        <Button tone="quiet" isDisabled={view.day === today} onPress={() => see({ day: today })}>
          {say('today')}
        </Button>
      )}
      <IconButton icon="right" label={say('next')} onPress={() => see({ day: moved(view, 1) })} />
    </div>
  )
}

/** The days one looks at, in short where there is little room. */
function SpanShown({ span, zone }: { span: Span; zone: string }) {
  const where = { spoken: useLanguage(), zone }
  const named = useNarrow() ? dayOf : longDayOf
  return <h2 className="forecasting-span">{spanNamed(span, (at) => named(at, where))}</h2>
}

const spanNamed = (span: Span, named: (at: number) => string): string =>
  `${named(Date.parse(span.from))}${span.first === span.last ? '' : ` – ${named(Date.parse(span.to) - 1)}`}`

type Pictured = Streaming & { span: Span }

function Picture({ overview, stream, view, see, span }: Pictured) {
  const asked = { from: span.from, to: span.to, streams: [stream.key], interval_min: span.step }
  const history = useAsk(getHistory, asked, { staleSeconds: 60 })
  const published = useAsk(getPublished, asked, { staleSeconds: 60 })
  const error = history.error ?? published.error
  if (error) return <Failure error={error} onRetry={() => void Promise.all([history.refetch(), published.refetch()])} />
  if (!history.data || !published.data) return <Skeleton lines={8} />
  const told = { history: history.data.streams[0], published: published.data.streams[0] }
  return (
    <Charted
      overview={overview}
      stream={stream}
      view={view}
      see={see}
      span={span}
      points={pointsOf(told, span, { zoom: view.zoom, zone: overview.zone })}
    />
  )
}

function Charted({ overview, stream, view, see, span, points }: Pictured & { points: Point[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const nameOf = useStreamName()
  const [choosing, setChoosing] = useState<Choosing>(noChoice)
  const [adjusting, setAdjusting] = useState<Range | null>(null)
  const events = useAsk(listAnnouncements, { from: span.from, to: span.to, limit: 50 })
  const outliers = useAsk(listOutliers, { ...stream.stream, undecided: false, limit: 100 })
  const closed = useAsk(getClosedHours, { ...stream.stream, from: span.from, to: span.to }, { staleSeconds: 600 })
  const where = { spoken, zone: overview.zone }
  const range = rangeOf(choosing)
  const days = spanNamed(span, (at) => longDayOf(at, where))
  const narrow = useNarrow()
  const figures = <Figures points={range && range.last > range.first ? points.slice(range.first, range.last + 1) : points} />
  const now = useNow()
  const mayAdjust = overview.may_manage && points.some(({ mean, to }) => mean !== null && to > now)
  return (
    <>
      {!narrow && <SpanShown span={span} zone={overview.zone} />}
      {!narrow && figures}
      <ForecastChart
        title={say('chartTitle', { stream: nameOf(stream), span: days })}
        points={points}
        zoom={view.zoom}
        zone={overview.zone}
        events={eventMarks(events.data?.items ?? [], stream.key)}
        holidays={holidayMarks(overview.holidays, { spoken, zone: overview.zone })}
        closed={closedSpans(closed.data, isByDay(view.zoom))}
        outliers={oddMarks(outliers.data?.items ?? [])}
        choosing={choosing}
        onChoose={setChoosing}
        onZoom={(by, at) => see({ zoom: zoomed(view.zoom, by), day: todayIn(overview.zone, at), step: null })}
        onAdjust={(chosen) => mayAdjust && setAdjusting(chosen)}
      />
      {narrow && figures}
      {mayAdjust && (
        <div className="forecasting-choice">
          <span>{range ? say('chosen', { count: range.last - range.first + 1 }) : say('adjustHint')}</span>
          <Button size="small" icon="edit" onPress={() => setAdjusting(range ?? { first: 0, last: points.length - 1 })}>
            {say('adjust')}
          </Button>
        </div>
      )}
      {adjusting && (
        <AdjustDrawer stream={stream} points={points} range={adjusting} zone={overview.zone} onClose={() => setAdjusting(null)} />
      )}
    </>
  )
}
