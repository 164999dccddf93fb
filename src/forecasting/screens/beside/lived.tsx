import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getAccuracy, listPublications } from '../../contract.ts'
import { share } from '../say.ts'
import { words } from '../words.ts'
import type { Besides } from './beside.tsx'
import { bias } from './race.tsx'

/** What had been forecast, and what came. */
export function Lived({ stream, overview }: Besides) {
  const say = useWords(words)
  const spoken = useLanguage()
  const asked = useAsk(
    getAccuracy,
    { ...stream.stream, weeks: 4, interval_min: 60 },
    { staleSeconds: 300, enabled: overview.published_at !== null },
  )
  const leads = asked.data?.leads.filter(({ wape }) => wape !== null) ?? []
  return (
    <Panel title={say('lived')}>
      {leads.length === 0 ? (
        <p className="forecasting-quiet">{say('livedEmpty')}</p>
      ) : (
        <>
          <p className="forecasting-quiet">{say('livedText')}</p>
          <table className="forecasting-race">
            <thead>
              <tr>
                <th scope="col">{say('leadName')}</th>
                <th scope="col">{say('wape')}</th>
                <th scope="col">{say('within')}</th>
                <th scope="col">{say('bias')}</th>
              </tr>
            </thead>
            <tbody>
              {leads.map((lead) => (
                <tr key={lead.days}>
                  <th scope="row">{lead.days === 0 ? say('lead_0') : say('lead_days', { days: lead.days })}</th>
                  <td>{share(lead.wape ?? 0, spoken)}</td>
                  <td>{lead.within === null ? '–' : share(lead.within, spoken)}</td>
                  <td>{bias(lead.bias, { say, spoken })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <LastPublished />
    </Panel>
  )
}

function LastPublished() {
  const say = useWords(words)
  const asked = useAsk(listPublications, { limit: 1 })
  const last = asked.data?.items[0]
  if (!asked.data) return null
  if (!last) return <p className="forecasting-quiet">{say('neverPublished')}</p>
  const [before = '', after = ''] = say('publishedAt', { when: '\u0000' }).split('\u0000')
  return (
    <p className="forecasting-quiet">
      {before}
      <Time at={last.published_at} />
      {after} {last.published_by ? say('publishedBy', { name: last.published_by.name }) : say('publishedAlone')}
      {last.note && ` – ${last.note}`}
    </p>
  )
}
