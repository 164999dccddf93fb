import { useWords } from '#ui/words'
import { words } from '../words.ts'

const marks = ['forecast', 'arrived', 'again', 'need', 'planned', 'here'] as const

export function Legend() {
  const say = useWords(words)
  return (
    <ul className="intraday-legend">
      {marks.map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden="true" />
          {say(mark)}
        </li>
      ))}
    </ul>
  )
}
