import { useState } from 'react'
import { Chart, type Series } from '#ui/chart'
import { Segments } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { amount, duration } from '../amounts.ts'
import { comparable, knownOf, type ComparedName } from '../figures.ts'
import { figureWords } from '../words.ts'
import type { Figures, Report } from '../../contract.ts'
import { Parts } from './parts.tsx'
import { words } from './words.ts'

const ways = ['byHour', 'byQueue', 'byTeam'] as const
type Way = (typeof ways)[number]

/** The same figures hour by hour, queue by queue, team by team: an average may hide who pays for it. */
export function Breakdown({ report }: { report: Report }) {
  const say = useWords(words)
  const named = useWords(figureWords)
  const spoken = useLanguage()
  const there = ways.filter((way) => way === 'byHour' || partsOf(report, way).length > 0)
  const [way, setWay] = useState<Way>('byHour')
  const [wanted, setWanted] = useState<ComparedName>('service_level')
  const names = namesIn(report, way)
  const name = names.includes(wanted) ? wanted : (names[0] ?? 'service_level')
  const within = duration(report.service_level.within_s, spoken)
  return (
    <Panel title={say(report.tomorrow ? 'breakTitle' : 'detailTitle')}>
      <div className="rehearsal-choices">
        <Segments label={say('breakTitle')} options={there.map((id) => ({ id, label: say(id) }))} value={way} onChange={setWay} />
        {names.length > 1 && (
          <Select
            label={say('which')}
            hideLabel
            options={names.map((id) => ({ id, label: named(id, { within }) }))}
            value={name}
            onChange={setWanted}
          />
        )}
      </div>
      {names.length === 0 ? (
        <p className="rehearsal-quiet">{say('nothingHere')}</p>
      ) : way === 'byHour' ? (
        <Hours report={report} name={name} />
      ) : (
        <Parts label={say(way === 'byQueue' ? 'queue' : 'team')} parts={partsOf(report, way)} name={name} />
      )}
    </Panel>
  )
}

export type Part = { name: string; today: Figures; tomorrow: Figures | null; difference: Figures | null }

function partsOf(report: Report, way: Way): Part[] {
  const key = way === 'byTeam' ? 'teams' : 'queues'
  const [tomorrow, difference] = [new Map(named(report.tomorrow?.[key])), new Map(named(report.difference?.[key]))]
  const today = new Map(named(report.today[key]))
  return [...new Set([...today.keys(), ...tomorrow.keys()])].map((name) => ({
    name,
    today: today.get(name) ?? {},
    tomorrow: report.tomorrow ? (tomorrow.get(name) ?? {}) : null,
    difference: difference.get(name) ?? null,
  }))
}

const named = (parts: readonly { name: string; figures: Figures }[] = []) =>
  parts.map(({ name, figures }) => [name, figures] as const)

function namesIn(report: Report, way: Way): ComparedName[] {
  const sides =
    way === 'byHour'
      ? report.today.hours.map(({ hour, figures }) => ({
          today: figures,
          tomorrow: report.tomorrow?.hours.find((one) => one.hour === hour)?.figures ?? null,
        }))
      : partsOf(report, way)
  const found = new Set(sides.flatMap(({ today, tomorrow }) => comparable(today, tomorrow)))
  return comparable(report.today.whole, report.tomorrow?.whole ?? null).filter((name) => found.has(name))
}

function Hours({ report, name }: { report: Report; name: ComparedName }) {
  const say = useWords(words)
  const called = useWords(figureWords)
  const spoken = useLanguage()
  const { unit } = knownOf(name)
  const hours = [...new Set([...report.today.hours, ...(report.tomorrow?.hours ?? [])].map(({ hour }) => hour))].toSorted(
    (a, b) => a - b,
  )
  const valuesOf = (side: Report['today']) =>
    hours.map((hour) => side.hours.find((one) => one.hour === hour)?.figures[name]?.mean ?? null)
  const series: Series[] = [{ name: say('today'), tone: 'neutral', values: valuesOf(report.today) }]
  if (report.tomorrow) series.push({ name: say('tomorrow'), tone: 'accent', values: valuesOf(report.tomorrow) })
  return (
    <Chart
      title={`${called(name, { within: duration(report.service_level.within_s, spoken) })} – ${say('byHour')}`}
      kind="lines"
      height="tall"
      labels={hours.map((hour) => `${String(hour).padStart(2, '0')}:00`)}
      labelName={say('hour')}
      series={series}
      format={(value) => amount(value, unit, spoken)}
      {...(unit === 'share' ? { most: 1 } : {})}
    />
  )
}
