import { Notice } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listOpenShifts } from '../../contract/open-shifts.ts'
import { listSwaps } from '../../contract/swaps.ts'
import { words } from './words.ts'

/** What is offered to me lies further down on a phone: said first, and one press away. */
export function Waiting() {
  const say = useWords(words)
  const swaps = useAsk(listSwaps, { which: 'mine', limit: 30 }).data?.items.filter(({ may }) => may.includes('take')) ?? []
  const open = useAsk(listOpenShifts, { past: false, limit: 30 }).data?.items.filter(({ may }) => may.includes('bid')) ?? []
  const count = swaps.length + open.length
  if (count === 0) return null
  return (
    <Notice tone="promise">
      <p>
        <a href={swaps.length > 0 ? '#swaps' : '#open-shifts'}>{say('waiting', { count })}</a>
      </p>
    </Notice>
  )
}
