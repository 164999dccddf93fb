import { Button } from '#ui/button'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listTargets } from '../../contract.ts'
import { aimWords } from './words.ts'

/** Who changed the targets, when, and in which words. */
export function TargetsHistory() {
  const say = useWords(aimWords)
  const versions = useAskPages(listTargets, { limit: 10 })
  if (versions.items.length === 0) return null
  return (
    <details className="staffing-details">
      <summary>{say('history')}</summary>
      <ul className="staffing-versions">
        {versions.items.map(({ number, note, made_at, made_by }) => (
          <li key={number}>
            <strong>{say('version', { number })}</strong>
            <span>{note || say('noNote')}</span>
            <small>
              {made_by.name} <Time at={made_at} />
            </small>
          </li>
        ))}
      </ul>
      {versions.hasMore && (
        <Button size="small" tone="quiet" onPress={versions.more}>
          …
        </Button>
      )}
    </details>
  )
}
