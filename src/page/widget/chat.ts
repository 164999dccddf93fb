// The widget's one memory: what is known and shown, and the device, the line and the files it is made of. Verbs are beside it.
import type { Reception, Said } from '#channels/contract'
import type { Device } from './device.ts'
import type { Line, LineState } from './line.ts'
import type { Pictures } from './pictures.ts'
import { nothingSaid, type Conversation, type FileNote } from './rules/conversation.ts'
import type { Site } from './site.ts'
import type { Upload } from './uploads.ts'
import type { Language } from './words/speak.ts'

export type View = 'thread' | 'call' | 'options'
export type Draft = {
  key: string
  file: File
  share: number // 0–1, of it has been sent
  note: FileNote | null // once the server has it
  failed: Said | null | undefined // undefined: it has not; null: the server was not reached
  upload: Upload
}
export type State = {
  language: Language
  isDarkOutside: boolean // the visitor's system is dark
  isSheet: boolean // the screen is so small that the conversation takes all of it
  isOpen: boolean
  view: View
  reception: Reception | null
  line: LineState
  attempts: number // to open the line, failed in a row
  isOnline: boolean // as far as the browser knows
  conversation: Conversation
  drafts: readonly Draft[]
  isTaking: boolean // files were chosen that are not yet drafts
  isDue: boolean // the message leaves when its files are there
  isKept: boolean // on this device
  isAsked: boolean // who they are: answered, or declined
  spoken: string // to those who do not see
}

export type Chat = {
  site: Site
  root: ShadowRoot
  device: Device
  line: Line
  pictures: Pictures | null
  identity: Identity | null
  text: string // in the composer
  window: ((chat: Chat, place: Element) => void) | null // draws it, once it is loaded
  underWay: { id: string } | null // of what was written: said, and not yet taken
  tellTabs: (seq: number) => void
  chime: (() => void) | null // when the visitor wants to hear
  state: State
  changed: () => void
}
export type Identity = string | (() => string | Promise<string>) // a token of the site's own server, or how to get a fresh one

export const firstState = (site: Site): State => ({
  language: site.language ?? 'fr', isDarkOutside: false, isSheet: false, isOpen: false, view: 'thread', reception: null, line: 'shut', attempts: 0,
  isOnline: navigator.onLine, conversation: nothingSaid, drafts: [], isTaking: false, isDue: false, isKept: false, isAsked: false, spoken: '',
}) // prettier-ignore

export function change(chat: Chat, news: Partial<State>): void {
  chat.state = { ...chat.state, ...news }
  chat.changed()
}
