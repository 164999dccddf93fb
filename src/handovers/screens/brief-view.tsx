import { Link } from '@tanstack/react-router'
import { useWords } from '#ui/words'
import { briefParts, type Brief, type BriefLine, type BriefPart } from '../contract.ts'
import { words } from './words.ts'

const FIRST: readonly BriefPart[] = ['next', 'promises', 'tasks'] // what whoever takes over owes; the rest is one press away

/** The brief as it is read: what comes next and what is owed, then, folded, what led to it. A line leads to what it was read from. */
export function BriefView({ brief, of }: { brief: Brief; of: string }) {
  const say = useWords(words)
  const filled = briefParts.filter((part) => brief[part].length > 0)
  const rest = filled.filter((part) => !FIRST.includes(part))
  return (
    <div className="handovers-brief" lang={brief.language}>
      <Parts brief={brief} of={of} parts={filled.filter((part) => FIRST.includes(part))} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.map((part) => say(part)).join(' · ')}</summary>
          <Parts brief={brief} of={of} parts={rest} />
        </details>
      )}
    </div>
  )
}

function Parts({ brief, of, parts }: { brief: Brief; of: string; parts: readonly BriefPart[] }) {
  const say = useWords(words)
  return (
    <div className="handovers-parts">
      {parts.map((part) => (
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
