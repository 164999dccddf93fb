import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import {
  getCustomer,
  listCompanies,
  listConsents,
  listCustomers,
  listLikenesses,
  listPointsOfContact,
  listProjects,
} from '../contract.ts'
import { Companies } from './companies.tsx'
import { ContactsOverview } from './contacts/overview.tsx'
import { words as contactWords } from './contacts/words.ts'
import { People } from './people.tsx'
import { words } from './words.ts'
import './customers.css'

freshOn(
  ['customer.added', 'customer.changed', 'customer.identity_added', 'customer.identity_removed', 'customer.joined', 'customer.parted', 'customer.contact_named'],
  [listCustomers, getCustomer, listLikenesses],
) // prettier-ignore
freshOn(['customer.consent_recorded'], [getCustomer, listConsents])
freshOn(['customer.contact_named', 'staff.absence_planned', 'staff.absence_cancelled'], [listPointsOfContact])
freshOn(['customer.project_added', 'customer.project_changed'], [listProjects])
freshOn(['company.added', 'company.changed'], [listCompanies])

export function CustomersPage() {
  const say = useWords(words)
  const sayOf = useWords(contactWords)
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Tabs
        label={say('title')}
        chosen={typeof tab === 'string' ? tab : 'people'}
        onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} // the page's own search, see rooms.tsx
        pages={[
          { id: 'people', label: say('people'), content: <People /> },
          { id: 'companies', label: say('companies'), content: <Companies /> },
          { id: 'contacts', label: sayOf('overview'), content: <ContactsOverview /> },
        ]}
      />
    </Page>
  )
}
