// Bringing a file to a case, with its progress. XMLHttpRequest, because fetch does not tell how much has left.
import { Refused, Unreachable } from '#ui/api'
import { language } from '#ui/language'
import type { CaseId } from '../../contract.ts'
import type { Attached } from './draft.ts'

export function uploadFile(
  caseId: CaseId,
  file: File,
  { onPart, signal }: { onPart?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<Attached> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/cases/${caseId}/uploads`)
    request.setRequestHeader('x-guichet-csrf', '1')
    request.setRequestHeader('accept-language', language())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onPart?.(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Unreachable(file.name))
    request.onabort = () => reject(new DOMException('abort', 'AbortError'))
    request.onload = () => {
      const answer: unknown = request.response
      if (request.status >= 300) return reject(refusal(request.status, answer))
      resolve({ ...(answer as Attached), name: file.name }) // the four fields the server documents
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
