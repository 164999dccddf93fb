import { Badge } from '#ui/badge'
import { useWords } from '#ui/words'
import type { OpenChat } from '../../../contract.ts'
import { trustOf } from '../visitor.ts'
import { words } from '../words.ts'

/** Whether who they are is proven, only said, or not even that. */
export function TrustBadge({ chat }: { chat: Pick<OpenChat, 'visitor'> }) {
  const say = useWords(words)
  const trust = trustOf(chat.visitor)
  return (
    <span title={say(`${trust}Text`)}>
      <Badge tone={trust === 'proven' ? 'good' : 'neutral'} {...(trust === 'proven' ? { icon: 'shield' as const } : {})}>
        {say(trust)}
      </Badge>
    </span>
  )
}
