import { Badge } from '#ui/badge'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Span } from '../contract.ts'
import { words } from './words.ts'

/** Who stands in, why, and, where it changes, until when. Nobody is said in red. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  const say = useWords(words)
  return (
    <ul className="cover-spans">
      {spans.map((span) => (
        <li key={span.from} data-gap={span.person === null || undefined}>
          {span.person ? <strong>{span.person.name}</strong> : <Badge tone="danger" icon="warning">{say('nobody')}</Badge>}
          {span.because && <small>{say(`because_${span.because}`)}</small>}
          {spans.length > 1 && (
            <small>
              {say('until')} <Time at={span.until} as="day" />
            </small>
          )}
        </li>
      ))}
    </ul>
  )
} // prettier-ignore
