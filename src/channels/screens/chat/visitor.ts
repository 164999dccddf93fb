// Who is at the other end, said honestly: what is proven, what is only said, what nobody knows. Pure.
import type { Chat } from '../../contract.ts'

export type Trust = 'proven' | 'said' | 'anonymous'

export function trustOf({ proven, said }: Chat['visitor']): Trust {
  if (proven) return 'proven'
  return said && (said.name !== '' || said.email !== '') ? 'said' : 'anonymous'
}

/** The name to show; '' where there is none to be had. */
export const nameOf = ({ visitor: { name, proven, said } }: Pick<Chat, 'visitor'>): string =>
  (name || proven?.name || said?.name || said?.email || '').trim()

/** May an answer follow by mail when the visitor is gone? */
export const addressOf = ({ proven, said }: Chat['visitor']): string | null => proven?.email || said?.email || null
