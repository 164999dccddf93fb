import { useWords } from '#ui/words'
import type { Book } from './use-book.ts'
import { words } from './words.ts'

/** Whether what was edited is kept. */
export function KeepingWords({ book }: { book: Book }) {
  const say = useWords(words)
  const said = { kept: say('kept'), keeping: say('keeping'), stale: say('notKept'), failed: say('notKept') }[book.keeping]
  return (
    <small className="routing-keeping" data-keeping={book.keeping} role="status">
      {said}
    </small>
  )
}
