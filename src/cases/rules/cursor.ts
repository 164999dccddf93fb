// Where a page ended: the instant and id of its last line. A cursor that cannot be read starts over rather than failing.
const UUID = /^[0-9a-f-]{36}$/

export const writeCursor = (at: Temporal.Instant, id: string): string => `${at.toString()}~${id}`

export function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const [at = '', id = ''] = (cursor ?? '').split('~')
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && UUID.test(id) ? { at, id } : undefined
}
