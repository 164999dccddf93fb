import { Badge } from '#ui/badge'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import type { CaseId } from '#cases/contract'
import { getUnhappiness } from '../../contract.ts'
import { words } from './words.ts'

/** That the customer of a case is unhappy, in a word; nothing while they are calm, or nobody knows. */
export function MoodWord({ of }: { of: string }) {
  const say = useWords(words)
  const mood = useAsk(getUnhappiness, { case: of as CaseId }).data?.mood // whoever shows it knows it from a case
  if (!mood || mood === 'calm') return null
  return <Badge tone={mood === 'very_unhappy' ? 'danger' : 'promise'}>{say(mood)}</Badge>
}
