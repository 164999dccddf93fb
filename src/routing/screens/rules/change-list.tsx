import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Change } from '../../rules/rulebook-difference.ts'
import { words } from './words.ts'

/** What changes from one version to another, queue by queue: what is said no longer, and what instead. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const say = useWords(words)
  const subjects = [...new Map(changes.map(({ queue }) => [queue?.key ?? '', queue])).values()]
  if (changes.length === 0) return <p className="routing-same">{say('sameRules')}</p>
  return (
    <div className="routing-changes">
      {subjects.map((queue) => (
        <section key={queue?.key ?? ''} aria-label={queue?.name ?? say('ofHouse')}>
          <h3>{queue?.name ?? say('ofHouse')}</h3>
          {changes
            .filter((change) => (change.queue?.key ?? '') === (queue?.key ?? ''))
            .map((change) => (
              <One key={change.kind + change.part + (change.before?.en ?? '') + (change.after?.en ?? '')} change={change} />
            ))}
        </section>
      ))}
    </div>
  )
}

const kinds = { added: 'added', removed: 'gone', moved: 'moved', renamed: 'renamed' } as const

function One({ change }: { change: Change }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <div className="routing-change">
      <small>{change.kind === 'changed' ? say(`part_${change.part}`) : say(kinds[change.kind])}</small>
      {change.before && (
        <p data-side="before">
          <span className="unseen">{say('before')}</span>
          {change.before[spoken]}
        </p>
      )}
      {change.after && (
        <p data-side="after">
          <span className="unseen">{say('after')}</span>
          {change.after[spoken]}
        </p>
      )}
    </div>
  )
}
