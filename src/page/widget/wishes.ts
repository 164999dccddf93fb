// What few visitors do: ask for a call, say who they are, end the conversation, change how it speaks and sounds.
import { change, type Chat } from './chat.ts'
import { speakIn } from './opening.ts'
import type { CallWish, Who } from './rules/conversation.ts'
import { chime } from './sound.ts'
import { send } from './speak.ts'
import type { Language } from './words/speak.ts'

export const askCall = (chat: Chat, wish: CallWish): void => send(chat, { kind: 'call', wish })

export function tellWho(chat: Chat, who: Who): void {
  if (!chat.line.say({ who })) return
  change(chat, { isAsked: true, conversation: { ...chat.state.conversation, said: who } })
}

/** Only when somebody looks for it: each is a key to the request. */
export function askPage({ state: { conversation }, line }: Chat): void {
  if (conversation.known && conversation.page === null) line.say({ follow: {} })
}

export function leave(chat: Chat): void {
  chat.line.say({ leave: {} })
  change(chat, { view: 'thread' })
}

export function hearChimes(chat: Chat): void {
  chat.chime = chat.chime === null ? chime : null
  chat.chime?.()
  change(chat, {})
}

export function chooseLanguage(chat: Chat, language: Language): void {
  chat.site.language = language
  void speakIn(chat, language)
}
