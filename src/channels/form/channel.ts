import { LETTER } from '#cases/contract'
import type { Channel } from '../channel.ts'

// Who fills in a form leaves an address and goes: a form is read, and answered by mail.
export const form: Channel = {
  name: 'form',
  label: { fr: 'Formulaire', en: 'Form' },
  icon: 'form',
  traits: LETTER,
  answersBy: 'email',
  reaches: null,
}
