import { useAsk } from '#ui/query'
import { getWays, type Case, type Way } from '../../contract.ts'
import type { ReplyDraft } from './draft.ts'
import { wayOf } from './ways.ts'

export function useWays(found: Case, { channel, conversation }: ReplyDraft): { ways: readonly Way[]; way: Way | null } {
  const ways = useAsk(getWays, { id: found.id }).data?.items ?? []
  return { ways, way: wayOf(ways, { channel: channel ?? null, conversation }) }
}
