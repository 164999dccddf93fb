// Files beside the message being written: sent at once, so that the message finds them there.
import { change, type Chat, type Draft } from './chat.ts'
import { sayWritten } from './speak.ts'
import { picturesOf } from './pictures.ts'
import { apiOf } from './site.ts'
import type { Said } from '#channels/contract'
import { upload } from './uploads.ts'
import { speaking } from './words/speak.ts'
import { sizeIn } from './sizes.ts'

let drawn = 0

/** @returns why some were not taken, in words; empty when all were */
export function attach(chat: Chat, files: readonly File[]): string[] {
  const { reception, language, drafts } = chat.state
  const say = speaking(language)
  const limits = reception?.limits ?? { file_bytes: Infinity, files: Infinity }
  const room = Math.max(0, limits.files - drafts.length)
  const refused = files.length > room ? [say('tooMany', { count: limits.files })] : []
  for (const file of files.slice(0, room)) {
    if (file.size > limits.file_bytes) refused.push(say('tooBig', { name: file.name, size: sizeIn(limits.file_bytes, language) }))
    else if (file.size === 0) refused.push(say('isEmpty', { name: file.name }))
    else start(chat, file)
  }
  return refused
}

export function attachAgain(chat: Chat, { key, file }: Draft): void {
  detach(chat, key)
  start(chat, file)
}

export function detach(chat: Chat, key: string): void {
  chat.state.drafts.find((each) => each.key === key)?.upload.cancel()
  change(chat, { drafts: chat.state.drafts.filter((each) => each.key !== key) })
}

function start(chat: Chat, file: File): void {
  const key = `f${++drawn}`
  const become = (news: Partial<Draft>): void =>
    change(chat, { drafts: chat.state.drafts.map((each) => (each.key === key ? { ...each, ...news } : each)) })
  const started = upload({
    address: apiOf(chat.site, '/files'),
    secret: chat.device.secret(),
    file,
    progress: (share) => become({ share }),
  })
  change(chat, { drafts: [...chat.state.drafts, { key, file, share: 0, note: null, failed: undefined, upload: started }] })
  started.sent.then(
    (note) => {
      picturesOf(chat).own(note.id, file)
      become({ note, share: 1 })
      if (chat.state.isDue && chat.state.drafts.every((each) => each.note !== null)) sayWritten(chat)
    },
    (failed: Said | null) => {
      become({ failed })
      change(chat, { isDue: false })
    },
  )
}
