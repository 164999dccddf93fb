import { useWords } from '#ui/words'
import { words } from './words.ts'

/** Between what and what, where that says more than the figure itself. */
export function Interval({ low, high, shown }: { low: number | null; high: number | null; shown: (value: number) => string }) {
  const say = useWords(words)
  if (low === null || high === null) return null
  const [from, to] = [shown(low), shown(high)]
  return from === to ? null : <small>{say('interval', { low: from, high: to })}</small>
}
