import { Link } from '@tanstack/react-router'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { amount, duration } from '../amounts.ts'
import { channelName, queueName } from '../channel-name.ts'
import type { Fate, HurtContact, RunResult } from '../../contract.ts'
import { words } from './words.ts'

/** The twenty contacts that lose most under tomorrow's rules. A mean is kind to a plan; these are the people in it. */
export function Hurt({ result }: { result: RunResult }) {
  const say = useWords(words)
  if (!result.report.tomorrow) return null
  const period = result.run.source === 'period'
  const none = (period ? result.hurt.length : result.report.most_hurt.length) === 0
  return (
    <Panel title={say('hurtTitle')}>
      <p className="rehearsal-quiet">{say(none ? 'hurtNone' : 'hurtLead')}</p>
      {!none && (
        <table className="rehearsal-table" data-hurt="">
          <caption className="unseen">{say('hurtTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('hurtContact')}</th>
              {period && <th scope="col">{say('really')}</th>}
              <th scope="col">{say('today')}</th>
              <th scope="col">{say('tomorrow')}</th>
              <th scope="col">{say('hurtWorse')}</th>
            </tr>
          </thead>
          <tbody>
            {period
              ? result.hurt.map((contact) => <OfPeriod key={contact.place} contact={contact} />)
              : result.report.most_hurt.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      {one.id}
                      <small>{one.kind}</small>
                    </th>
                    <Fates fates={{ today: one.today, tomorrow: one.tomorrow }} worse_by_s={one.hurt_s} />
                  </tr>
                ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function OfPeriod({ contact }: { contact: HurtContact }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <tr>
      <th scope="row">
        {contact.case ? (
          <Link to={`/cases/${contact.case.id}`}>{contact.case.subject}</Link>
        ) : (
          <span className="rehearsal-quiet">{say('noCase')}</span>
        )}
        <small>
          {[channelName(contact.channel, spoken), contact.queue === null ? '' : queueName(contact.queue, spoken)]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <Time at={contact.arrived_at} as="day" /> <Time at={contact.arrived_at} as="hour" />
        </small>
      </th>
      <td data-label={say('really')}>{contact.really ? <FateShown fate={contact.really} /> : '–'}</td>
      <Fates fates={contact} worse_by_s={contact.worse_by_s} />
    </tr>
  )
}

function Fates({ fates: { today, tomorrow }, worse_by_s }: { fates: { today: Fate; tomorrow: Fate }; worse_by_s: number }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <>
      <td data-label={say('today')}>
        <FateShown fate={today} />
      </td>
      <td data-label={say('tomorrow')}>
        <FateShown fate={tomorrow} />
      </td>
      <td data-label={say('hurtWorse')} className="rehearsal-difference" data-saying="worse">
        +{duration(worse_by_s, spoken)}
      </td>
    </>
  )
}

function FateShown({ fate: { wait_s, lost } }: { fate: Fate }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <>
      {duration(wait_s, spoken)}
      {lost > 0.005 && <small>{lost > 0.995 ? say('lost') : say('lostShare', { share: amount(lost, 'share', spoken) })}</small>}
    </>
  )
}
