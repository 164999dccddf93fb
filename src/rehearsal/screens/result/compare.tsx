import { useLanguage, type Language } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { amount, duration } from '../amounts.ts'
import { comparable, knownOf, type ComparedName } from '../figures.ts'
import { verdictOf, verdictsOf } from '../verdict.ts'
import { figureWords } from '../words.ts'
import type { Figure, Report } from '../../contract.ts'
import { DifferenceCell } from './difference.tsx'
import { Verdicts } from './verdicts.tsx'
import { scaleOf, scaleOfDifference, Whiskers, type Mark } from './whisker.tsx'
import { words } from './words.ts'

/** Today beside tomorrow, and the difference with how sure it is: first in words, then drawn. */
export function Compare({ report }: { report: Report }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { today, tomorrow, difference } = report
  const names = comparable(today.whole, tomorrow?.whole ?? null)
  const confidence = amount(report.confidence, 'share', spoken)
  return (
    <Panel title={say(tomorrow ? 'compareTitle' : 'onlyToday')}>
      {difference && (
        <Verdicts verdicts={verdictsOf(names, difference.whole, today.whole)} within_s={report.service_level.within_s} />
      )}
      <table className="rehearsal-table" data-compares={tomorrow ? '' : undefined}>
        <caption className="unseen">{say(tomorrow ? 'compareTitle' : 'onlyToday')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('figure')}</th>
            <th scope="col" data-key="today">
              {say('today')}
            </th>
            {tomorrow && (
              <th scope="col" data-key="tomorrow">
                {say('tomorrow')}
              </th>
            )}
            <th aria-hidden="true" />
            {tomorrow && (
              <th scope="col" colSpan={2}>
                {say('difference')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <Row key={name} name={name} report={report} />
          ))}
        </tbody>
      </table>
      <p className="rehearsal-quiet">
        <small>{say('legend', { confidence })}</small>
      </p>
    </Panel>
  )
}

function Row({ name, report }: { name: ComparedName; report: Report }) {
  const named = useWords(figureWords)
  const say = useWords(words)
  const spoken = useLanguage()
  const { unit } = knownOf(name)
  const today = report.today.whole[name]
  const tomorrow = report.tomorrow?.whole[name]
  const difference = report.difference?.whole[name]
  const marks = [markOf('today', today), markOf('tomorrow', tomorrow)].filter((mark) => mark !== null)
  const apart = markOf('difference', difference)
  return (
    <tr>
      <th scope="row">{named(name, { within: duration(report.service_level.within_s, spoken) })}</th>
      <td data-label={say('today')}>{shown(today, unit, spoken)}</td>
      {report.tomorrow && <td data-label={say('tomorrow')}>{shown(tomorrow, unit, spoken)}</td>}
      <td className="rehearsal-drawn">{marks.length > 0 && <Whiskers marks={marks} scale={scaleOf(marks, unit)} />}</td>
      {report.tomorrow && (
        <>
          <DifferenceCell name={name} difference={difference} today={today} />
          <td className="rehearsal-drawn" data-saying={verdictOf(name, difference, today)?.saying}>
            {apart && <Whiskers marks={[apart]} scale={scaleOfDifference(apart)} zero />}
          </td>
        </>
      )}
    </tr>
  )
}

function markOf(tone: Mark['tone'], figure: Figure | undefined): Mark | null {
  return figure?.mean == null ? null : { tone, mean: figure.mean, low: figure.low, high: figure.high }
}

const shown = (figure: Figure | undefined, unit: Parameters<typeof amount>[1], spoken: Language) =>
  figure?.mean == null ? '–' : amount(figure.mean, unit, spoken)
