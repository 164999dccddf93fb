// Two things are said alike, whatever order their parts are written in.
import { createHash } from 'node:crypto'

export const sameSaid = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** A short mark of what is said: another word, another mark. */
export const markOf = (said: unknown): string => createHash('sha256').update(canonical(said)).digest('base64url').slice(0, 22)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const parts = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${parts.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}` // prettier-ignore
}
