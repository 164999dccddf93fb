import { Link } from '@tanstack/react-router'
import { useWords } from '#ui/words'
import { briefParts, type Brief, type BriefLine } from '../contract.ts'
import { words } from './words.ts'

/** The brief as it is read: the next step first, then what led to it. What a line was read from is one press away. */
export function BriefView({ brief, of }: { brief: Brief; of: string }) {
  const say = useWords(words)
  return (
    <div className="handovers-brief" lang={brief.language}>
      {briefParts
        .filter((part) => brief[part].length > 0)
        .map((part) => (
          <section key={part} data-part={part}>
            <h3>{say(part)}</h3>
            <ul>
              {brief[part].map((line) => (
                <li key={`${line.text} ${line.at ?? ''}`}>
                  <Source line={line} of={of} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Source({ line: { text, from }, of }: { line: BriefLine; of: string }) {
  if (from?.kind === 'message') return <Link to={`/cases/${of}`} hash={`message-${from.id}`}>{text}</Link>
  if (from?.kind === 'task') return <Link to={`/tasks/${from.id}`}>{text}</Link>
  return text
} // prettier-ignore
