// What is being written stays when the window is closed.
import type { Chat } from '../chat.ts'
import { speaking } from '../words/speak.ts'

export function keepText(chat: Chat, text: string): void {
  chat.text = text
}

export function tooLong({ state }: Chat, text: string): string | null {
  const count = text.trim().length - (state.reception?.limits.text ?? Infinity)
  return count > 0 ? speaking(state.language)('tooLong', { count }) : null
}
