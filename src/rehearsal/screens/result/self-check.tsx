import { Badge } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import { amount, duration } from '../amounts.ts'
import { queueName } from '../channel-name.ts'
import type { SelfCheck } from '../../contract.ts'
import { Interval } from './interval.tsx'
import { scaleOf, Whiskers, type Mark } from './whisker.tsx'
import { words } from './words.ts'

const tones = { good: 'good', fair: 'info', poor: 'promise', unknown: 'neutral' } as const

/** Today's rules on yesterday's traffic beside what really happened: why anything below may be believed. */
export function SelfCheckShown({ check }: { check: SelfCheck | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (!check)
    return (
      <Panel title={say('checkTitle')} actions={<Badge>{say('trust_unknown')}</Badge>}>
        <p className="rehearsal-quiet">{say('noCheck')}</p>
      </Panel>
    )
  const compared = check.figures.filter(({ really, rehearsed }) => really !== null && rehearsed !== null)
  const rest = compared.slice(SHOWN_AT_ONCE)
  return (
    <Panel title={say('checkTitle')} actions={<Badge tone={tones[check.trust]}>{say(`trust_${check.trust}`)}</Badge>}>
      <p className="rehearsal-quiet">{check[spoken]}</p>
      <Checks figures={compared.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details className="rehearsal-details">
          <summary>{say('checkMore', { count: rest.length })}</summary>
          <Checks figures={rest} />
        </details>
      )}
    </Panel>
  )
}

const SHOWN_AT_ONCE = 6

function Checks({ figures }: { figures: SelfCheck['figures'] }) {
  const say = useWords(words)
  if (figures.length === 0) return null
  return (
    <table className="rehearsal-table">
      <caption className="unseen">{say('checkLead')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('checkFigure')}</th>
          <th scope="col" data-key="really">
            {say('really')}
          </th>
          <th scope="col" data-key="today">
            {say('rehearsed')}
          </th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <CheckRow key={`${figure.what} ${figure.queue}`} figure={figure} />
        ))}
      </tbody>
    </table>
  )
}

function CheckRow({ figure }: { figure: SelfCheck['figures'][number] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const unit = figure.what === 'service_level' || figure.what === 'abandoned_share' ? 'share' : 's'
  const shown = (value: number | null) => (value === null ? '–' : amount(value, unit, spoken))
  const marks: Mark[] = []
  if (figure.really !== null) marks.push({ tone: 'really', mean: figure.really, low: null, high: null })
  if (figure.rehearsed !== null) marks.push({ tone: 'today', mean: figure.rehearsed, low: figure.low, high: figure.high })
  const name =
    figure.what === 'service_level'
      ? say('check_service_level', { within: duration(figure.within_s ?? 0, spoken) })
      : say(`check_${figure.what}`)
  return (
    <tr>
      <th scope="row">
        {name}
        <small>
          {queueName(figure.queue, spoken)} · {say('onContacts', { count: figure.n })}
        </small>
      </th>
      <td data-label={say('really')}>{shown(figure.really)}</td>
      <td data-label={say('rehearsed')}>
        {shown(figure.rehearsed)}
        <Interval low={figure.low} high={figure.high} shown={(value) => amount(value, unit, spoken)} />
      </td>
      <td className="rehearsal-drawn">{marks.length > 0 && <Whiskers marks={marks} scale={scaleOf(marks, unit)} />}</td>
    </tr>
  )
}
