import type { Language } from '#ui/language'
import { ofTheDeferred, withTheirPerson } from '../contract/report.ts'

const names: Readonly<Record<string, { fr: string; en: string }>> = {
  phone: { fr: 'Téléphone', en: 'Phone' },
  video: { fr: 'Visio', en: 'Video' },
  visit: { fr: 'Visite', en: 'Visit' },
  chat: { fr: 'Chat', en: 'Chat' },
  sms: { fr: 'SMS', en: 'SMS' },
  social: { fr: 'Réseaux sociaux', en: 'Social networks' },
  call_back: { fr: 'Rappels', en: 'Call-backs' },
  email: { fr: 'E-mail', en: 'Email' },
  form: { fr: 'Formulaire', en: 'Form' },
  letter: { fr: 'Courrier', en: 'Letter' },
  task: { fr: 'Tâches', en: 'Tasks' },
  '*': { fr: 'Tous les canaux', en: 'All channels' },
}

/** A channel in the reader's language; one that a scenario made up keeps its own name. */
export const channelName = (channel: string, spoken: Language): string => names[channel]?.[spoken] ?? channel

const unqueued = { fr: 'Avec leur interlocuteur', en: 'With their own contact' }
const canWait = { fr: ' (peut attendre)', en: ' (can wait)' }

/** A queue as the report names it: a channel where there are no rules; of a queue of both paces, the half that can wait says so. */
export function queueName(queue: string, spoken: Language): string {
  if (queue === withTheirPerson) return unqueued[spoken]
  const name = queue.endsWith(ofTheDeferred) ? queue.slice(0, -ofTheDeferred.length) + canWait[spoken] : queue
  return channelName(name, spoken)
}
