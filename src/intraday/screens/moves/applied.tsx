import { Confirm } from '#ui/confirm'
import { Panel } from '#ui/layout'
import { useLanguage } from '#ui/language'
import { useAskPages, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getAdherence, getDayBoard, listDayMoves, putMoveUndone, type DayBoard, type DayMove } from '../../contract.ts'
import { useHour, useKind, usePercent, usePoints } from '../shown.ts'
import { words as dayWords } from '../words.ts'
import { appliedWords as words } from './applied-words.ts'
import { sayStep } from './say-step.ts'

const SHOWN = 10

/** What was done: predicted, measured, and taken back where that is still possible. */
export function Applied({ board: { zone, lines, may } }: { board: DayBoard }) {
  const say = useWords(words)
  const { items } = useAskPages(listDayMoves, { limit: SHOWN })
  const undo = useSend(putMoveUndone, { refetch: [listDayMoves, getDayBoard, getAdherence] })
  if (items.length === 0) return null
  return (
    <Panel title={say('applied')}>
      <ul className="intraday-applied">
        {items.slice(0, SHOWN).map((move) => (
          <li key={move.id} data-undone={move.undone_at ? '' : undefined}>
            <One move={move} zone={zone} named={move.group !== lines?.group} />
            {may.apply && move.undoable && <Confirm size="small" tone="quiet" label={say('undo')} question={`${say('undoQuestion')} ${say('undoText')}`} yes={say('undo')} onYes={() => undo.mutate({ id: move.id })} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
} // prettier-ignore

// `named`: of another group than the one that is shown.
function One({ move, zone, named }: { move: DayMove; zone: string; named: boolean }) {
  const say = useWords(words)
  const kindOf = useKind()
  const hour = useHour(zone)
  const points = usePoints()
  const sayDay = useWords(dayWords)
  const spoken = useLanguage()
  return (
    <div>
      <strong>{sayDay(`move_${move.kind}`, { count: move.steps.length })}</strong>{named && <> <span>{move.label}</span></>}
      <small>
        {[say('appliedAt', { hour: hour(move.applied_at), name: move.applied_by?.name ?? say('aProgram') }), say('predicted', { points: points(move.predicted.difference.mean) })].join(' · ')}
        {' · '}<Measured move={move} />
        {move.undone_at && ` · ${say('undone', { hour: hour(move.undone_at) })}`}
      </small>
      <Left move={move} />
      <details open={move.steps.some(({ why }) => why !== null)}>
        <summary>{sayDay('details')}</summary>
        <ul className="intraday-steps">
          {move.steps.map(({ step, as, why }, place) => (
            <li key={place}>
              {sayStep(step, { say: sayDay, hour, kindOf })} – <em>{say(`as_${as}`)}</em>
              {why && <small> {spoken === 'fr' ? why.fr : why.en}</small>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
} // prettier-ignore

// What could not be done, or not be taken back, is said before anybody opens the details.
function Left({ move: { steps } }: { move: DayMove }) {
  const say = useWords(words)
  const count = (state: DayMove['steps'][number]['as']): number => steps.filter(({ as }) => as === state).length
  const [refused, left] = [count('refused'), count('not_undone')]
  if (refused + left === 0) return null
  return <small className="intraday-left">{[refused > 0 && say('someRefused', { count: refused }), left > 0 && say('someLeft', { count: left })].filter(Boolean).join(' · ')}</small>
} // prettier-ignore

const FEW_CONTACTS = 20

function Measured({ move: { measured } }: { move: DayMove }) {
  const say = useWords(words)
  const percent = usePercent()
  if (!measured) return <>{say('measuredNot')}</>
  if (measured.level === null) return <>{say('measuredNone')}</>
  const parts = [
    say('measuredLevel', { level: percent(measured.level), of: measured.of }),
    measured.level_before === null ? null : say('measuredBefore', { level: percent(measured.level_before) }),
    measured.of < FEW_CONTACTS ? say('measuredFew') : null,
    measured.over ? say('measuredOver') : null,
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
} // prettier-ignore
