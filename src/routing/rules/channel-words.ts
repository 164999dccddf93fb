// What work of each channel is called. Pure.
import type { WorkChannel } from '../contract/work-channels.ts'
import type { Said } from './said.ts'

export const channelWords: Readonly<Record<WorkChannel, { one: Said; some: Said; name: Said }>> = {
  phone: words(['un appel', 'a call'], ['les appels', 'calls'], ['Appel', 'Call']),
  video: words(['un appel vidéo', 'a video call'], ['les appels vidéo', 'video calls'], ['Vidéo', 'Video']),
  visit: words(['une visite', 'a visit'], ['les visites', 'visits'], ['Visite', 'Visit']),
  chat: words(['un chat', 'a chat'], ['les chats', 'chats'], ['Chat', 'Chat']),
  sms: words(['un SMS', 'a text message'], ['les SMS', 'text messages'], ['SMS', 'Text message']),
  social: words(['un message des réseaux sociaux', 'a social media message'], ['les messages des réseaux sociaux', 'social media messages'], ['Réseaux sociaux', 'Social media']),
  call_back: words(['un rappel', 'a call-back'], ['les rappels', 'call-backs'], ['Rappel', 'Call-back']),
  email: words(['un courriel', 'an email'], ['les courriels', 'emails'], ['Courriel', 'Email']),
  form: words(['un formulaire', 'a form'], ['les formulaires', 'forms'], ['Formulaire', 'Form']),
  letter: words(['une lettre', 'a letter'], ['les lettres', 'letters'], ['Lettre', 'Letter']),
  task: words(['une tâche', 'a task'], ['les tâches', 'tasks'], ['Tâche', 'Task']),
} // prettier-ignore

function words(one: [string, string], some: [string, string], name: [string, string]): { one: Said; some: Said; name: Said } {
  const both = ([fr, en]: [string, string]): Said => ({ fr, en })
  return { one: both(one), some: both(some), name: both(name) }
}
