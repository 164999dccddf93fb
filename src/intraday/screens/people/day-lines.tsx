import { useWords } from '#ui/words'
import type { OneDay } from '../../contract.ts'
import { useKind, length, useHour, useNumber, usePercent } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'

/** A day in two lines, planned above done, with both figures and what they mean. */
export function DayLines({ day }: { day: OneDay }) {
  const say = useWords(words)
  const spans = [...day.planned, ...day.done.filter(({ doing }) => doing !== 'offline')]
  const from = Math.min(...spans.map((span) => Date.parse(span.from)))
  const to = Math.max(...spans.map((span) => Date.parse(span.to)))
  return (
    <>
      <Both figures={day.figures} />
      {spans.length > 0 && (
        <div className="intraday-lines" role="img" aria-label={`${say('plannedLine')}, ${say('doneLine')}`}>
          <Hours from={from} to={to} zone={day.zone} />
          <Line name={say('plannedLine')} spans={day.planned.map((part) => ({ ...part, mark: part.sort }))} from={from} to={to} />
          <Line name={say('doneLine')} spans={day.done.map((part) => ({ ...part, mark: part.doing }))} from={from} to={to} />
        </div>
      )}
      <Deviations day={day} />
    </>
  )
}

function Both({ figures }: Pick<OneDay, 'figures'>) {
  const say = useWords(words)
  const percent = usePercent()
  const number = useNumber()
  return (
    <dl className="intraday-both">
      <div>
        <dt title={say('adherenceOf')}>{say('adherenceShort')}</dt>
        <dd><b>{percent(figures.adherence)}</b> <small>{figures.adherence === null ? say('noFigure') : say('minutesKept', { kept: number(figures.kept_min), planned: number(figures.planned_min) })}</small></dd>
      </div>
      <div>
        <dt title={say('conformanceOf')}>{say('conformanceShort')}</dt>
        <dd><b>{percent(figures.conformance)}</b> <small>{say('minutesWorked', { worked: number(figures.worked_min), planned: number(figures.work_planned_min) })}</small></dd>
      </div>
    </dl>
  )
} // prettier-ignore

// Where the two lines begin and end, and their middle.
function Hours({ from, to, zone }: { from: number; to: number; zone: string }) {
  const hour = useHour(zone)
  return (
    <div className="intraday-line intraday-line-hours" aria-hidden="true">
      <span />
      <span>
        {[from, (from + to) / 2, to].map((at) => (
          <span key={at}>{hour(at)}</span>
        ))}
      </span>
    </div>
  )
}

type Drawn = { name: string; spans: readonly { from: string; to: string; mark: string }[]; from: number; to: number }

function Line({ name, spans, from, to }: Drawn) {
  const at = (moment: string): number => ((Date.parse(moment) - from) / Math.max(1, to - from)) * 100
  return (
    <div className="intraday-line">
      <span>{name}</span>
      <span className="intraday-line-track">
        {spans.map((span) => (
          <i key={span.from} data-mark={span.mark} style={{ insetInlineStart: `${Math.max(0, at(span.from))}%`, inlineSize: `${Math.max(0, Math.min(100, at(span.to)) - Math.max(0, at(span.from)))}%` }} />
        ))}
      </span>
    </div>
  )
} // prettier-ignore

function Deviations({ day }: { day: OneDay }) {
  const say = useWords(words)
  const kindOf = useKind()
  const hour = useHour(day.zone)
  const number = useNumber()
  const out = joined(day)
  return (
    <>
      <h3>{say('stretches')}</h3>
      {out.length === 0 && <p className="intraday-quiet">{say('noStretches')}</p>}
      <ul className="intraday-steps">
        {out.map(({ from, to, deviation, kind }) => (
          <li key={from}>
            {hour(from)} – {hour(to)} · {say(`out_${deviation ?? 'elsewhere'}`)} <small>({say('plannedKind', { kind: kindOf(kind) })}, {length((Date.parse(to) - Date.parse(from)) / 60_000)})</small>
          </li>
        ))}
      </ul>
      {day.figures.excused_min > 0 && <p className="intraday-quiet">{say('excused', { minutes: number(day.figures.excused_min) })}</p>}
    </>
  )
} // prettier-ignore

// Stretches that touch and are alike are one to whoever reads.
function joined({ stretches }: OneDay): OneDay['stretches'] {
  const all: OneDay['stretches'] = []
  for (const stretch of stretches.filter(({ verdict }) => verdict === 'out')) {
    const last = all.at(-1)
    if (last && last.to === stretch.from && last.deviation === stretch.deviation)
      all[all.length - 1] = { ...last, to: stretch.to }
    else all.push(stretch)
  }
  return all
}
