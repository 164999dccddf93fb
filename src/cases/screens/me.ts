// Who looks at this screen, and what they may do anywhere; what they may do on one case comes with the case (`may`).
import { getSession } from '#access/contract'
import type { PersonId } from '#base/contract'
import { useAsk } from '#ui/query'

export type Me = { id: PersonId; may: ReadonlySet<string> }

export function useMe(): Me | null {
  const { data } = useAsk(getSession, {}, { staleSeconds: 300 })
  return data?.person ? { id: data.person.id, may: new Set(data.permissions) } : null
}
