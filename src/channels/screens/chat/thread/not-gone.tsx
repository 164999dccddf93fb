import type { CaseId, InteractionId } from '#cases/contract'
import { postRetry } from '#cases/contract'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import type { Line } from './lines.ts'
import { words } from './thread-words.ts'

/** The server has it, but it did not reach the visitor: why, and once more. */
export function NotGone({ line, caseId }: { line: Line; caseId: CaseId }) {
  const say = useWords(words)
  const again = useSend(postRetry)
  if (line.state !== 'failed' && line.state !== 'uncertain') return null
  return (
    <p className="chats-not-gone">
      <Icon name="warning" size={16} />
      <span>
        {say('notSent')}
        {line.detail && <small> {line.detail}</small>}
      </span>
      <Button
        size="small"
        icon="refresh"
        busy={again.isPending}
        onPress={() => again.mutate({ id: caseId, interaction: line.id as InteractionId })}
      >
        {say('again')}
      </Button>
    </p>
  )
}
