// Files of the conversation, fetched with the visitor's secret (an address alone opens none of them) and shown from memory.
import type { Chat } from './chat.ts'
import type { FileNote } from './rules/conversation.ts'
import { apiOf } from './site.ts'

export type Pictures = { own: (id: string, file: Blob) => void; open: (id: string) => Promise<string>; close: () => void }

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_SHOWN_BYTES = 8_000_000

export const isPicture = ({ type, size }: FileNote): boolean => SHOWN.has(type) && size <= MOST_SHOWN_BYTES

export function picturesOf(chat: Chat): Pictures {
  chat.pictures ??= keepPictures(
    (id) => apiOf(chat.site, `/files/${encodeURIComponent(id)}`),
    () => chat.device.secret(),
  )
  return chat.pictures
}

function keepPictures(addressOf: (id: string) => string, secret: () => string): Pictures {
  const open = new Map<string, Promise<string>>()
  const fetched = async (id: string): Promise<string> => {
    const answer = await fetch(addressOf(id), { headers: { 'x-guichet-visit': secret() }, credentials: 'omit' })
    if (!answer.ok) throw new Error(`a file is not to be had (${answer.status})`)
    return URL.createObjectURL(await answer.blob())
  }
  return {
    own: (id, file) => void open.set(id, Promise.resolve(URL.createObjectURL(file))), // what was just sent need not come back
    open: (id) => {
      const found = open.get(id) ?? fetched(id)
      open.set(id, found)
      found.catch(() => open.delete(id)) // it may be asked again
      return found
    },
    close: () => {
      for (const address of open.values())
        void address.then(
          (each) => URL.revokeObjectURL(each),
          () => {},
        )
      open.clear()
    },
  }
}

export function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
