import { Amount } from '#ui/time'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { PromiseFigures, PromiseOutcome, PromiseReport } from '../../contract.ts'
import { words } from './words.ts'

const counts = ['kept', 'kept_late', 'broken', 'moved'] as const

/** The one figure, and what it is made of. Each leads to the very promises. */
export function Headline({ figures, onPick }: { figures: PromiseFigures; onPick: (outcome: PromiseOutcome) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <div className="commitments-headline">
      <button
        type="button"
        className="commitments-figure"
        data-main=""
        onClick={() => onPick('due')}
        title={figures.formula[spoken]}
      >
        <strong>
          {figures.kept_in_time === null ? (
            '–'
          ) : (
            <Amount value={figures.kept_in_time} style="percent" maximumFractionDigits={0} />
          )}
        </strong>
        <span>{say('inTime')}</span>
      </button>
      {counts.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="commitments-figure"
          data-outcome={outcome}
          disabled={figures[outcome] === 0}
          onClick={() => onPick(outcome)}
        >
          <strong>
            <Amount value={figures[outcome]} />
          </strong>
          <span>{say(outcome)}</span>
        </button>
      ))}
    </div>
  )
}

/** Each figure says how it was counted. */
export function Formulas({ formulas }: { formulas: PromiseReport['formulas'] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="commitments-formulas">
      <summary>{say('howCounted')}</summary>
      <dl>
        {formulas.map((formula) => (
          <div key={formula.id}>
            <dt>
              <code>{formula.id}</code>
            </dt>
            <dd>{formula[spoken]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
