import { defineWords, useWords } from '#ui/words'

const channelWords = defineWords({
  fr: {
    phone: 'téléphone', video: 'visio', visit: 'visite', chat: 'chat', sms: 'SMS', social: 'réseaux', call_back: 'rappel', email: 'courriel', form: 'formulaire', letter: 'courrier', task: 'tâche',
  },
  en: {
    phone: 'phone', video: 'video', visit: 'visit', chat: 'chat', sms: 'SMS', social: 'social', call_back: 'call-back', email: 'email', form: 'form', letter: 'letter', task: 'task',
  },
}) // prettier-ignore

const isNamed = (channel: string): channel is keyof typeof channelWords.fr => Object.hasOwn(channelWords.fr, channel)

/** A channel in the reader's language; one that a file brought, by its own name. */
export function useChannelName(): (channel: string) => string {
  const say = useWords(channelWords)
  return (channel) => (isNamed(channel) ? say(channel) : channel)
}
