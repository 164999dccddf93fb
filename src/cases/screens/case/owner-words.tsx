import { useWords } from '#ui/words'
import type { Ownership } from '../../contract.ts'
import { words } from './case-words.ts'

/** Who answers from then on, and by which rule. */
export function OwnerWords({ ownership: { owner, chosen_by, by } }: { ownership: Ownership }) {
  const say = useWords(words)
  const why = chosen_by === 'assigned' ? say('by_assigned', { by }) : say(`by_${chosen_by}`)
  return (
    <>
      <strong>{say('answersNow', { name: owner.name })}</strong> · {why}
    </>
  )
}
