// Who looks at this screen, and what they may do anywhere; what they may do with one task comes with the task (`may`).
import { getSession } from '#access/contract'
import { useAsk } from '#ui/query'

export function useMe(): { id: string; may: ReadonlySet<string> } | null {
  const { data } = useAsk(getSession, {}, { staleSeconds: 300 })
  return data?.person ? { id: data.person.id, may: new Set(data.permissions) } : null
}
