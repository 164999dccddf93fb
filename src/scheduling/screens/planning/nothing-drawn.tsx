import { Notice } from '#ui/layout'
import { useWords } from '#ui/words'
import type { Plan } from '../../contract/plans.ts'
import { words } from './words.ts'

/** An empty grid says how it fills. */
export function NothingDrawn({ plan }: { plan: Plan }) {
  const say = useWords(words)
  return <Notice icon="star">{say(plan.may.includes('optimise') ? 'nothingDrawn' : 'nothingDrawnByHand')}</Notice>
}
