import { Badge } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { localized } from '../amounts.ts'
import { Notice, Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { figureFormulas, type Findings, type Report, type RunResult } from '../../contract.ts'
import { comparable } from '../figures.ts'
import { words } from './words.ts'

/** Counts, assumptions and formulas: what somebody who doubts the figures wants to read. */
export function RestsOn({ result: { findings, report } }: { result: RunResult }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const warnings = [
    ...new Map([...report.today.warnings, ...(report.tomorrow?.warnings ?? [])].map((one) => [one[spoken], one])).values(),
  ]
  return (
    <Panel title={say('restsTitle')}>
      <div className="rehearsal-rests">
        {warnings.map((warning) => (
          <Notice key={warning[spoken]} tone="promise">
            {warning[spoken]}
          </Notice>
        ))}
        <p>
          {say('restsCounts', {
            replications: report.replications,
            events: localized(report.events, spoken),
            days: Math.round(report.days),
          })}
          {findings && <PeriodRead period={findings.period} />}
        </p>
        {findings && findings.missing.length > 0 && <Missing missing={findings.missing} />}
        {findings && findings.found.length > 0 && <FoundList found={findings.found} />}
        <FormulaList report={report} />
      </div>
    </Panel>
  )
}

function PeriodRead({ period }: { period: Findings['period'] }) {
  const say = useWords(words)
  return (
    <>
      <br />
      {say('restsPeriod', { contacts: period.contacts, people: period.people })}. {say(`staffing_${period.staffing}`)}{' '}
      {period.left_out > 0 && say('restsLeftOut', { count: period.left_out })}
    </>
  )
}

function Missing({ missing }: { missing: Findings['missing'] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <section>
      <h3>{say('missing')}</h3>
      <ul className="rehearsal-sentences">
        {missing.map((one) => (
          <li key={`${one.code} ${one.channel}`}>{one[spoken]}</li>
        ))}
      </ul>
    </section>
  )
}

function FoundList({ found }: { found: Findings['found'] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="rehearsal-details">
      <summary>{say('found')}</summary>
      <ul className="rehearsal-sentences">
        {found.map((one) => (
          <li key={`${one.what} ${one.channel} ${one.queue}`}>
            {one[spoken]} <Badge tone={one.origin === 'assumed' ? 'promise' : 'neutral'}>{say(`origin_${one.origin}`)}</Badge>{' '}
            <small>{say('onCount', { count: one.n })}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

function FormulaList({ report }: { report: Report }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const names = comparable(report.today.whole, report.tomorrow?.whole ?? null).map((name) =>
    name === 'service_level' ? report.service_level.formula : name,
  )
  return (
    <details className="rehearsal-details">
      <summary>{say('formulas')}</summary>
      <dl className="rehearsal-formulas">
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{figureFormulas[name][spoken]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
