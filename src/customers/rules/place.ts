// Where a page of names ended. Pure.
import { isUuid } from '#base/contract'

export type Place = { folded: string; id: string }

export const writePlace = ({ folded, id }: Place): string => Buffer.from(`${id} ${folded.slice(0, 200)}`).toString('base64url')

export function readPlace(cursor: string | undefined): Place | null {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const id = text.slice(0, 36)
  return isUuid(id) ? { id, folded: text.slice(37) } : null
}
