import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Notice, Panel } from '#ui/layout'
import { Amount } from '#ui/time'
import { useWords } from '#ui/words'
import type { PlanAnswer } from '../../../contract/runs.ts'
import { sayMissing, UNQUEUED } from '../../../engine/say-why.ts'
import { lengthOf } from '../grid/hours.ts'
import { percent } from './percent.ts'
import type { Mending } from './use-mend.ts'
import { optimiseWords } from './words.ts'

const SHOWN = 8 // the worst ones; the others are asked for

/** What it came to, why something is missing, and what would mend it. */
export function Outcome({ answer, zone, onClose, mend }: { answer: PlanAnswer; zone: string; onClose: () => void; mend: Mending }) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const gap = percent(answer.gap, spoken)
  const strict = percent(answer.strict_gap ?? answer.gap, spoken)
  const [shown, setShown] = useState(SHOWN)
  const said = answer.status === 'proven' ? say('proven', { gap }) : say('at_limit', { gap: say('atGap', { gap }) })
  const missing = answer.shortage.hours * 60
  return (
    <>
      <Notice tone={missing < 1 ? 'good' : 'promise'} title={said}>
        {missing < 1 ? say('noMissing') : [say('missing', { hours: lengthOf(missing, spoken) }), ...(answer.shortage.least_hours * 60 >= 1 ? [say('least', { least: lengthOf(answer.shortage.least_hours * 60, spoken) })] : [])].join(' ')}
      </Notice>
      <p className="scheduling-quiet">
        {say('result', { count: answer.shifts, seconds: new Intl.NumberFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(answer.seconds) })} · {say('undoText')}
      </p>
      {strict !== gap && <p className="scheduling-quiet">{say('strictGap', { strict })}</p>}
      <Levels answer={answer} />
      {answer.why.length > 0 && (
        <Panel title={say('why')}>
          <ul className="scheduling-why">
            {answer.why.slice(0, shown).map((why) => (
              <Why key={why.fr} why={why} zone={zone} onClose={onClose} mend={mend} />
            ))}
          </ul>
          {answer.why.length > shown && <Button size="small" tone="quiet" onPress={() => setShown(Infinity)}>{say('whyMore', { count: answer.why.length - shown })}</Button>}
        </Panel>
      )}
      {answer.parts.some(({ amount }) => amount > 0) && (
        <Panel title={say('parts')}>
          <ul className="scheduling-amounts">
            {answer.parts.filter(({ amount }) => amount > 0).map((part) => (
              <li key={part.code}>
                <span>{say(`part_${part.code}`)}</span>
                <strong>
                  <Amount value={part.amount} maximumFractionDigits={1} />
                </strong>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
} // prettier-ignore

/** The level each need reaches with these breaks, as it was played; and meetings without a place. */
function Levels({ answer: { breaks, sessions } }: { answer: PlanAnswer }) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const open = new Map(sessions.flatMap(({ name, why }) => (why ? [[name, why[spoken]] as const] : [])))
  const nameOf = (need: string, channel: string | undefined): string => {
    const name = need === UNQUEUED ? say('unqueued') : need
    return channel === undefined ? name : say('streamOf', { name, channel })
  }
  const levels = breaks?.needs.flatMap(({ name, channel, within_s, before, after }) => (before === null || after === null ? [] : [{ name: nameOf(name, channel), within_s, before, after }])) ?? []
  if (levels.length + open.size === 0) return null
  return (
    <ul className="scheduling-why">
      {levels.map(({ name, within_s, before, after }) => (
        <li key={name}>
          {say(breaks?.kept === 'judged' ? 'judged' : 'judgedFirst', { name, seconds: within_s, before: percent(before, spoken), after: percent(after, spoken) })}
        </li>
      ))}
      {[...open].map(([name, why]) => (
        <li key={name}>{say('noPlace', { name, why })}</li>
      ))}
    </ul>
  )
} // prettier-ignore

type Missing = { why: PlanAnswer['why'][number]; zone: string; onClose: () => void; mend: Mending }

function Why({ why, zone, onClose, mend: { can, run, busy } }: Missing) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const go = useNavigate()
  const { day } = why
  const toDay = (): void => {
    onClose()
    void go({ to: '.', search: ((before: object) => ({ ...before, view: 'day', day })) as never, replace: true }) // read by readWished
  }
  return (
    <li>
      {sayMissing(why, zone)[spoken]}
      {why.mends.length > 0 && (
        <ul aria-label={say('mends')}>
          {why.mends.map((mend) => (
            <li key={mend.fr}>
              {mend[spoken]}
              {can(mend) && (
                <Button size="small" busy={busy} onPress={() => run(mend)}>
                  {say('apply')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {day && (
        <Button size="small" tone="quiet" icon="right" onPress={toDay}>
          {say('toDay')}
        </Button>
      )}
    </li>
  )
}
