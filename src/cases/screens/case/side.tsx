import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Badge } from '#ui/badge'
import { Facts, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Select } from '#ui/select'
import { refetch, useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { CustomerId } from '#customers/contract'
import { getCase, listCases, listReasons, patchCase, type Case, type ReasonId } from '../../contract.ts'
import { panelsOfCase, type PanelOfCase } from '../panels.ts'
import { words } from './case-words.ts'
import { MergeButton, Parts } from './merged.tsx'
import { ProjectOfCase } from './project.tsx'

const CustomerCard = lazy(async () => ({ default: (await import('#customers/screens')).CustomerCard })) // it comes with the pages of customers

/** Whom one talks to, everything they ever asked, and where this case came from. */
export function Side({ found }: { found: Case }) {
  const say = useWords(words)
  const customer = found.customer && (found.customer.id as CustomerId) // the contract names it with its bare id
  return (
    <Stack>
      <FromAbove found={found} place="first" />
      {customer && found.may.includes('customer.read') ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <CustomerCard id={customer} onChange={() => void refetch(getCase, listCases)} />
        </Suspense>
      ) : (
        <Panel title={found.customer?.name ?? say('noCustomer')}>
          {!found.customer && <p className="cases-quiet">{say('noCustomerText')}</p>}
        </Panel>
      )}
      <Parts found={found} />
      <FromAbove found={found} place="beside" />
      {customer && <Others found={found} customer={customer} />}
      <About found={found} />
    </Stack>
  )
}

// What rooms above have to say about this case.
function FromAbove({ found, place }: { found: Case; place: PanelOfCase['place'] }) {
  return panelsOfCase(place, found).map(({ name, screen: Screen }) => (
    <Suspense key={name} fallback={<Skeleton lines={2} />}>
      <Screen found={found} />
    </Suspense>
  ))
}

const MOST_SHOWN = 8

function Others({ found, customer }: { found: Case; customer: CustomerId }) {
  const say = useWords(words)
  const all = useAsk(listCases, { customer, status: 'all', limit: MOST_SHOWN + 2 }).data?.items
  if (!all) return null
  const others = all.filter(({ id }) => id !== found.id)
  return (
    <Panel title={say('others')}>
      {others.length === 0 ? (
        <p className="cases-quiet">{say('othersNone')}</p>
      ) : (
        <ul className="cases-others">
          {others.slice(0, MOST_SHOWN).map((each) => (
            <li key={each.id}>
              <Link to={`/cases/${each.id}`}>
                <strong>{each.subject || say('noSubject')}</strong>
                <small>
                  <Badge tone={each.status === 'open' ? 'accent' : 'neutral'}>{say(each.status)}</Badge> {each.owner.name} ·{' '}
                  <Time at={each.last_at} />
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <MergeButton found={found} />
      {others.length > MOST_SHOWN && <Link to={`/customers/${customer}`}>{say('othersMore')}</Link>}
    </Panel>
  )
}

function About({ found }: { found: Case }) {
  const say = useWords(words)
  const reasons = useAsk(listReasons, {}, { staleSeconds: 300 }).data?.items ?? []
  const change = useSend(patchCase, { refetch: [getCase, listCases] })
  const options = [{ id: '', label: say('noReason') }, ...reasons.map(({ id, name }) => ({ id: String(id), label: name }))]
  const set = (id: string) =>
    change.mutate({ id: found.id, version: found.version, reason_id: id === '' ? null : (id as ReasonId) }) // chosen among reasons
  const facts = [
    { name: say('brand'), value: found.brand.name },
    { name: say('door'), value: found.entry_point.name },
    { name: say('opened'), value: <Time at={found.opened_at} /> },
    ...(found.last_in_at ? [{ name: say('lastIn'), value: <Time at={found.last_in_at} /> }] : []),
  ]
  return (
    <Panel title={say('facts')}>
      <Stack>
        {reasons.length > 0 && (
          <Select
            label={say('reason')}
            options={options}
            value={found.reason?.id ?? ''}
            onChange={set}
            isDisabled={!found.may.includes('case.edit')}
          />
        )}
        <ProjectOfCase found={found} />
        <Facts facts={facts} />
      </Stack>
    </Panel>
  )
}
