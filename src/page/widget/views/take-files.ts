// Files chosen, dropped or pasted: what deals with them may have to be fetched first, and the message being written waits for it.
import { change, type Chat } from '../chat.ts'
import { speaking } from '../words/speak.ts'
import { files } from './extras.ts'

/** @returns why some were not taken, in words; empty when all were */
export async function takeFiles(chat: Chat, chosen: readonly File[]): Promise<string[]> {
  if (chosen.length === 0) return []
  change(chat, { isTaking: true })
  const refused = await files.fetch(chat).then(
    ({ attach }) => attach(chat, chosen),
    () => [speaking(chat.state.language)('uploadFailed')],
  )
  const { isDue, drafts } = chat.state
  change(chat, { isTaking: false, isDue: isDue && drafts.length > 0 })
  return refused
}
