import type { Note } from '#cases/contract'
import { Panel } from '#ui/layout'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { words } from './beside-words.ts'

const MOST = 3

/** The last words of colleagues about this case, newest first: whoever is handed a chat reads here why. The visitor never sees them. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  const say = useWords(words)
  if (notes.length === 0) return null
  const last = notes.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, MOST)
  return (
    <Panel title={say('notes')}>
      <ul className="chats-notes">
        {last.map(({ id, author, text, at }) => (
          <li key={id}>
            <p>{text}</p>
            <small>
              {author?.name ?? say('someone')} · <Time at={at} />
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
