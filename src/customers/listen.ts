import { hear, reader } from '#base/journal'
import { personLeft } from '#staff/contract'
import { passContactsOn } from './pass-contacts-on.ts'

export const readers = [reader('customers.contacts', [hear(personLeft, passContactsOn)])]
