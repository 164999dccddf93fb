import { Badge } from '#ui/badge'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listAlerts, type DayAlert } from '../contract.ts'
import { length, useHour, usePercent } from './shown.ts'
import { words } from './words.ts'

type Shown = { zone: string; onChoose: (group: string) => void }

/** What is expected to fall below its target, before it does. */
export function Alerts({ zone, onChoose }: Shown) {
  const say = useWords(words)
  const { data } = useAsk(listAlerts, { open: true, limit: 20 })
  const alerts = data?.items ?? []
  return (
    <Panel title={say('alerts')}>
      {data && alerts.length === 0 && <p className="intraday-quiet">{say('noAlerts')}</p>}
      <ul className="intraday-alerts">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <Alert alert={alert} zone={zone} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Alert({ alert, zone, onChoose }: { alert: DayAlert } & Shown) {
  const say = useWords(words)
  const hour = useHour(zone)
  const percent = usePercent()
  const now = useNow()
  const falls_at = alert.latest.falls_at ?? alert.falls_at // as of the last look: it may have moved since it opened
  const level = alert.latest.level ?? alert.level
  const moved = falls_at !== alert.falls_at
  const minutes = (Date.parse(falls_at) - now) / 60_000
  return (
    <button type="button" className="intraday-alert" onClick={() => onChoose(alert.group)}>
      <span className="intraday-alert-head">
        <strong>{alert.label}</strong>
        <Badge tone="promise" icon="clock">{minutes > 0 ? say('alertIn', { length: length(minutes) }) : say('alertNow')}</Badge>
      </span>
      <span>{say('alertFalls', { hour: hour(falls_at), level: percent(level) })} ({say('targetShort', { share: percent(alert.target.share) })})</span>
      <small>
        {[
          moved ? null : alert.recovers_at ? say('alertUntil', { hour: hour(alert.recovers_at) }) : say('alertToTonight'),
          say('alertChance', { chance: percent(alert.latest.chance) }),
          alert.missing >= 1 ? say('alertMissing', { count: Math.round(alert.missing) }) : null,
          say('openedAt', { hour: hour(alert.opened_at) }),
        ].filter((part) => part !== null).join(' · ')}
      </small>
    </button>
  )
} // prettier-ignore
