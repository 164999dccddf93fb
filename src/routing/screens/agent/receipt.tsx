import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { ReceiptShown } from '../../contract.ts'
import { sayReceipt } from '../../rules/say-receipt.ts'
import { words } from './receipt-words.ts'

/** One decision: the rule that made it, who could have had it, who was not asked and why not, what the runner-up would have meant. */
export function ReceiptOf({ receipt }: { receipt: ReceiptShown }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const told = sayReceipt(receipt)
  return (
    <div className="routing-receipt">
      <p>
        <strong>{told.rule[spoken]}</strong>
      </p>
      {told.candidates.length > 1 && (
        <ol className="routing-bars" aria-label={say('compared')}>
          {told.candidates.map(({ person, chosen, compared, bar }) => (
            <li key={person.id} data-chosen={chosen || undefined}>
              <span>
                {person.name}
                {chosen && <span className="unseen"> ({say('chosen')})</span>}
              </span>
              {bar !== null && (
                <i aria-hidden="true">
                  <b style={{ inlineSize: `${Math.round(bar * 100)}%` }} />
                </i>
              )}
              <small>{compared[spoken]}</small>
            </li>
          ))}
        </ol>
      )}
      {told.more && <p className="routing-quiet">{told.more[spoken]}</p>}
      {told.runner_up && <p>{told.runner_up[spoken]}</p>}
      {told.others.length > 0 && (
        <div className="routing-others">
          <small>{say('notAsked')}</small>
          <ul>
            {told.others.map(({ count, why }) => (
              <li key={why.en}>{say('countOf', { count, why: why[spoken] })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
