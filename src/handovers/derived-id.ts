// Several jobs go with one thing, and a job's id is what makes it one: each has an id derived from the thing's, always the same.
import { createHash } from 'node:crypto'

export function derivedId(what: string, of: string): string {
  const hex = createHash('sha256').update(`${what} ${of}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
