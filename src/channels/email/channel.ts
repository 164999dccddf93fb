import { LETTER } from '#cases/contract'
import type { Channel } from '../channel.ts'

export const email: Channel = {
  name: 'email',
  label: { fr: 'Courriel', en: 'Email' },
  icon: 'mail',
  traits: LETTER,
  answersBy: 'email',
  reaches: 'email',
}
