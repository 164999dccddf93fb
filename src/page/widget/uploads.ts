// Files on their way to the server. XMLHttpRequest, for fetch does not tell how far a body has come.
import type { FileNote } from './rules/conversation.ts'
import type { Said } from '#channels/contract'

export type Upload = { sent: Promise<FileNote>; cancel(): void }
type Sending = { address: string; secret: string; file: File; progress: (share: number) => void } // share: 0–1

/** `sent` is refused with what the server said about it, with null when it could not be reached. */
export function upload({ address, secret, file, progress }: Sending): Upload {
  const request = new XMLHttpRequest()
  const sent = new Promise<FileNote>((resolve, reject: (said: Said | null) => void) => {
    request.open('POST', address)
    request.setRequestHeader('x-guichet-visit', secret)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300 && isNote(answer)) resolve(answer)
      else reject(isSaid(answer) ? answer : null)
    })
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => reject(null))
    const body = new FormData()
    body.append('file', file, file.name)
    request.send(body)
  })
  return { sent, cancel: () => request.abort() }
}

const isNote = (value: unknown): value is FileNote =>
  typeof value === 'object' && value !== null && 'id' in value && 'size' in value
export const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'fr' in value && 'en' in value
