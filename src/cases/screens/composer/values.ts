// What the variables of a template stand for in this case.
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import type { Case } from '../../contract.ts'
import type { Me } from '../me.ts'
import { nameIn, usePeople } from '../people.ts'
import type { Values } from './fill.ts'

export function useValues(found: Case, me: Me | null): Values {
  const people = usePeople()
  const spoken = useLanguage()
  const now = useNow()
  const name = found.customer?.name ?? ''
  const agent = me ? nameIn(people, me.id) : ''
  return {
    'customer.name': name,
    'customer.first_name': name.split(/\s+/)[0] ?? '',
    'agent.name': agent === '?' ? '' : agent,
    'case.number': String(found.number),
    'case.subject': found.subject,
    'brand.name': found.brand.name,
    today: new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' }).format(now),
  }
}
