// Who sits here and what they may do, for screens of other rooms. The answer is kept with the others: asking costs nothing.
import { useCallback } from 'react'
import { useAsk } from '#ui/query'
import { getSession, type Permission, type WhoAmI } from '../contract.ts'

export function useMe(): { me: WhoAmI | undefined; may: (permission: Permission) => boolean } {
  const { data: me } = useAsk(getSession, {}, { staleSeconds: 300 })
  const may = useCallback((permission: Permission) => me?.permissions.includes(permission) ?? false, [me])
  return { me, may }
}
