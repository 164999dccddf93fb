import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listForecastStreams, type ForecastRun, type ForecastStream, type KnownStream, type RaceRow } from '../../contract.ts'
import { methodNames } from '../../engine/sentences.ts'
import { share } from '../say.ts'
import type { Say } from '../use-say.ts'
import { words } from '../words.ts'

/** Which method won, in a sentence, and how far the others were. */
export function Race({ run, stream }: { run: ForecastRun | null; stream: KnownStream }) {
  const say = useWords(words)
  return (
    <Panel title={say('method')}>
      {run ? <OfRun run={run} stream={stream} /> : <p className="forecasting-quiet">{say('methodEmpty')}</p>}
    </Panel>
  )
}

function OfRun({ run, stream }: { run: ForecastRun; stream: KnownStream }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const asked = useAsk(listForecastStreams, { id: run.id }, { staleSeconds: 3_600 })
  const own = asked.data?.items.find(
    (each) => each.stream.queue === stream.stream.queue && each.stream.channel === stream.stream.channel,
  )
  if (asked.isPending) return <Skeleton lines={5} />
  if (!own) return <p className="forecasting-quiet">{say('methodEmpty')}</p>
  return (
    <>
      <p className="forecasting-why">{capital(own.why[spoken])}</p>
      <RaceTable told={own} />
      {own.tried_on.origins > 0 && (
        <p className="forecasting-quiet">{say('triedOn', { origins: own.tried_on.origins, days: own.tried_on.horizon_days })}</p>
      )}
      {!isByError(own) && <p className="forecasting-quiet">{say('byDeviance')}</p>}
      {own.notes.length > 0 && (
        <ul className="forecasting-notes">
          {own.notes.slice(0, 6).map((note) => (
            <li key={note.en}>{note[spoken]}</li>
          ))}
        </ul>
      )}
    </>
  )
}

// Where few come the deviance judges, and the order is not that of the errors shown.
const isByError = ({ race }: ForecastStream): boolean => {
  const errors = race.flatMap(({ wape }) => wape ?? [])
  return errors.every((wape, i) => i === 0 || wape >= errors[i - 1]!)
}

function RaceTable({ told }: { told: ForecastStream }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const raced = told.race.filter(({ wape }) => wape !== null)
  const widest = Math.max(...raced.map(({ wape }) => wape ?? 0), 0.0001)
  const near = raced[0]?.by_lead.find(({ wape }) => wape !== null)?.days_ahead ?? 1 // the first day ahead may be one on which nobody comes
  const at = (row: RaceRow, days: number): string => {
    const lead = row.by_lead.find(({ days_ahead }) => days_ahead === days)
    return lead?.wape === null || lead === undefined ? '–' : share(lead.wape, spoken)
  }
  if (raced.length === 0) return null
  return (
    <table className="forecasting-race">
      <thead>
        <tr>
          <th scope="col">{say('methodName')}</th>
          <th scope="col">{say('wape')}</th>
          <th scope="col">{say('ahead', { days: near })}</th>
          <th scope="col">{say('ahead', { days: 7 })}</th>
          <th scope="col">{say('bias')}</th>
        </tr>
      </thead>
      <tbody>
        {raced.map((row) => (
          <tr key={row.method} data-chosen={row.state === 'chosen' || undefined}>
            <th scope="row">
              {capital(methodNames[row.method][spoken])}
              {row.state !== 'not_best' && <small>{say(`state_${row.state}`)}</small>}
            </th>
            <td>
              <span className="forecasting-measured">
                <span className="forecasting-length" aria-hidden="true">
                  <span style={{ width: `${Math.round((100 * (row.wape ?? 0)) / widest)}%` }} />
                </span>
                {share(row.wape ?? 0, spoken)}
              </span>
            </td>
            <td>{at(row, near)}</td>
            <td>{at(row, 7)}</td>
            <td>{bias(row.bias, { say, spoken })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Saying = { say: Say; spoken: 'fr' | 'en' }
export function bias(value: number | null, { say, spoken }: Saying): string {
  if (value === null) return '–'
  if (Math.abs(value) < 0.005) return say('fair')
  return say(value > 0 ? 'over' : 'under', { share: share(Math.abs(value), spoken) })
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
