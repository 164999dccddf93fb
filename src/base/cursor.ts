// Where a page ended: the instant and id of its last line. A cursor that cannot be read starts over rather than failing.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const writeCursor = (at: Temporal.Instant, id: string): string => `${at.toString()}~${id}`

export function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const [at = '', id = ''] = (cursor ?? '').split('~')
  return /^[12]\d{3}-/.test(at) && isInstant(at) && UUID.test(id) ? { at, id } : undefined
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).toString() === text
  } catch {
    return false // not a moment of any calendar
  }
}
