// What the variables of a template stand for in this chat.
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import type { OpenChat } from '../../../contract.ts'
import type { Me } from '../lists/chats.ts'
import { nameIn, usePeople } from '../people.ts'
import { nameOf } from '../visitor.ts'
import type { Values } from './template-text.ts'

export function useValues(chat: OpenChat, me: Me | null): Values {
  const people = usePeople()
  const spoken = useLanguage()
  const now = useNow()
  const name = nameOf(chat)
  return {
    'customer.name': name,
    'customer.first_name': name.split(/\s+/)[0] ?? '',
    'agent.name': me ? nameIn(people, me.id) : '',
    'case.number': String(chat.case_number),
    'case.subject': chat.subject,
    'brand.name': chat.brand.name,
    today: new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' }).format(now),
  }
}
