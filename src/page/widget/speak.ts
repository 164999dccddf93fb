// What the visitor does. Nothing they write is shown as said before the server has taken it, and nothing is lost before.
import { change, type Chat } from './chat.ts'
import { flush } from './connect.ts'
import { compose, discard, forgiven, seen, type FileNote, type Outgoing, type What, type Who } from './rules/conversation.ts'

export function say(chat: Chat, text: string, { files = [], who = null }: { files?: FileNote[]; who?: Who | null } = {}): void {
  send(chat, { kind: 'message', text, files, who })
}

/** What stands in the composer leaves; if a file is still on its way, as soon as it is there. */
export function sayWritten(chat: Chat): void {
  const { drafts, isTaking } = chat.state
  const notes = drafts.map(({ note }) => note).filter((note) => note !== null)
  if (isTaking || notes.length < drafts.length) return change(chat, { isDue: true })
  const text = chat.text.trim()
  chat.text = ''
  change(chat, { drafts: [], isDue: false })
  say(chat, text, { files: notes })
  typing(chat, false)
}

export function send(chat: Chat, what: What): void {
  const outgoing: Outgoing = { id: newId(), at: new Date().toISOString(), refused: null, ...what }
  chat.device.keep()
  chat.device.put(outgoing)
  change(chat, { conversation: compose(chat.state.conversation, outgoing), isKept: true })
  chat.line.wake()
  flush(chat)
}

export function sayAgain(chat: Chat, id: string): void {
  change(chat, { conversation: forgiven(chat.state.conversation, id) })
  chat.line.wake()
  flush(chat)
}

export function drop(chat: Chat, id: string): void {
  chat.device.drop(id)
  change(chat, { conversation: discard(chat.state.conversation, id) })
}

/** All that stands in the thread has been seen: told once, to the server and to the other tabs. */
export function readAll(chat: Chat): void {
  const { conversation, isOpen, view } = chat.state
  const last = seen(conversation)
  if (!isOpen || view !== 'thread' || document.visibilityState !== 'visible' || last <= conversation.readByYou) return
  if (!chat.line.say({ read: { seq: last } })) return
  chat.tellTabs(last)
  change(chat, { conversation: { ...conversation, readByYou: last } })
}

// randomUUID is to be had on pages by https only; the bits are (RFC 9562 §5.4).
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40 // sixteen were drawn
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const TYPING_MILLISECONDS = 4_000
let typedAt = 0
let stillness: ReturnType<typeof setTimeout> | undefined

/** Told at most every four seconds while the visitor writes, and once when they stop. */
export function typing(chat: Chat, on: boolean): void {
  clearTimeout(stillness)
  if (!chat.state.conversation.known) return
  if (on) stillness = setTimeout(() => typing(chat, false), TYPING_MILLISECONDS)
  if (on ? Date.now() - typedAt < TYPING_MILLISECONDS : typedAt === 0) return
  typedAt = on ? Date.now() : 0
  chat.line.say({ typing: { on } })
}
