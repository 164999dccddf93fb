import { Badge } from '#ui/badge'
import { useWords } from '#ui/words'
import type { Interaction } from '../../contract.ts'
import { words } from './message-words.ts'

/** Who the writer is, as far as anything proves it: what they only say of themselves is shown as said. */
export function WhoSays({ marks, direction }: Interaction) {
  const say = useWords(words)
  if (direction === 'out') return null
  if (marks.proven)
    return (
      <Badge tone="good" icon="shield">
        {say('provenBySite')}
      </Badge>
    )
  return marks.said ? <Badge icon="info">{say('notProven')}</Badge> : null
}

/** The same in a sentence: « dit être Jeanne Martin (jeanne@…) — non vérifié ». */
export function WhoSaysWords({ marks, direction }: Interaction) {
  const say = useWords(words)
  if (direction === 'out' || marks.proven || !marks.said) return null
  const { name, email, phone = '' } = marks.said
  const reached = [email, phone].filter(Boolean).join(', ')
  const who = name && reached ? `${name} (${reached})` : name || reached
  return who === '' ? null : <p className="cases-said-words">{say('saysToBe', { who })}</p>
}
