// Bringing a file to the server, with its progress. XMLHttpRequest, because fetch does not tell how much has left.
import { Refused, Unreachable } from './api.ts'
import { language } from './language.ts'

export type Brought = { id: string; name: string; type: string; size: number }
type Bringing = { onPart?: (part: number) => void; signal?: AbortSignal } // part: of the whole, from 0 to 1

/** POSTs the file as the field `file`. What the server refuses is a `Refused`, silence an `Unreachable`, a stop an AbortError. */
export function bringFile(address: string, file: File, { onPart, signal }: Bringing = {}): Promise<Brought> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('x-guichet-csrf', '1')
    request.setRequestHeader('accept-language', language())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onPart?.(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Unreachable(file.name))
    request.onabort = () => reject(new DOMException('abort', 'AbortError'))
    request.onload = () => {
      const answer: unknown = request.response
      if (request.status >= 300) return reject(refusal(request.status, answer))
      resolve({ ...(answer as Brought), name: file.name }) // the four fields the server documents
    }
    signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file, file.name)
    request.send(body)
  })
}

function refusal(status: number, answer: unknown): Error {
  const told = (answer ?? {}) as { code?: string; fr?: string; en?: string } // problem+json, or whatever a proxy said
  if (typeof told.code !== 'string') return new Unreachable(String(status))
  return new Refused({ status, code: told.code, fr: told.fr ?? told.code, en: told.en ?? told.code })
}
