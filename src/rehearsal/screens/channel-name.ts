import type { Language } from '#ui/language'

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
