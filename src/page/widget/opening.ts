// Opening and closing the window, whose code and words come only then; and forgetting all.
import { change, type Chat } from './chat.ts'
import { wear } from './dress.ts'
import { nothingSaid } from './rules/conversation.ts'
import { learn, type Language } from './words/speak.ts'

export function open(chat: Chat): void {
  change(chat, { isOpen: true, spoken: '' })
  chat.line.wake()
  if (chat.window === null) void load(chat)
}

// Whoever only looked holds no line.
export function close(chat: Chat): void {
  change(chat, { isOpen: false, view: 'thread' })
  const { known, outbox } = chat.state.conversation
  if (!known && outbox.length === 0) chat.line.shut()
  chat.root.querySelector<HTMLElement>('.bubble')?.focus()
}

async function load(chat: Chat): Promise<void> {
  try {
    const [{ drawWindow, sheet }] = await Promise.all([import('./views/window.tsx'), learn(chat.state.language)])
    await learn(chat.state.language) // it may have changed meanwhile
    wear(chat.root, sheet)
    chat.window = drawWindow
    change(chat, {})
  } catch {
    change(chat, { isOpen: false }) // without a network; the next press tries again
  }
}

export async function speakIn(chat: Chat, language: Language): Promise<void> {
  if (language === chat.state.language) return
  try {
    if (chat.window !== null) await learn(language)
    change(chat, { language })
  } catch {} // the words there are stay
}

export function forget(chat: Chat): void {
  chat.line.shut()
  chat.device.forget()
  chat.pictures?.close()
  chat.text = ''
  change(chat, { conversation: nothingSaid, isKept: false, isAsked: false, drafts: [], isDue: false })
  if (chat.state.isOpen) chat.line.wake()
}
