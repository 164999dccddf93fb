import type { IconName } from '#ui/icon'
import type { Item } from '../../contract.ts'

export const iconOf: Readonly<Record<Item['channel'], IconName>> = {
  phone: 'phone',
  video: 'screen',
  visit: 'door',
  chat: 'chat',
  sms: 'chat',
  social: 'globe',
  call_back: 'phone',
  email: 'mail',
  form: 'form',
  letter: 'letter',
  task: 'bullets',
}
