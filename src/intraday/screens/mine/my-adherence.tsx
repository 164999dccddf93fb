import { Button } from '#ui/button'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getMyDay, listMyAsks, putAnswer, type Ask } from '../../contract.ts'
import { useFreshMine } from '../fresh.ts'
import { DayLines } from '../people/day-lines.tsx'
import { useHour } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'
import '../intraday.css'

/** My own day beside my plan, and what I am asked today. Nothing where nothing is planned for me and nobody asks. */
export function MyAdherence() {
  const say = useWords(words)
  const { data: day } = useAsk(getMyDay, {})
  useFreshMine(day?.person.id)
  const { data: asks } = useAsk(listMyAsks, {})
  const waiting = asks?.items ?? []
  if (!day || (day.planned.length === 0 && waiting.length === 0)) return null
  return (
    <Panel title={say('mineTitle')}>
      {waiting.map((ask) => <Asked key={ask.id} ask={ask} zone={day.zone} />)}
      {day.planned.length > 0 && <DayLines day={day} />}
      <p className="intraday-quiet"><small>{say('mineText')}</small></p>
    </Panel>
  )
} // prettier-ignore

function Asked({ ask, zone }: { ask: Ask; zone: string }) {
  const say = useWords(words)
  const hour = useHour(zone)
  const answer = useSend(putAnswer, { refetch: [listMyAsks, getMyDay] })
  const now = useNow()
  const question = ask.what === 'overtime' ? say('askOvertime', { to: hour(ask.to) }) : say('askCallIn', { from: hour(ask.from), to: hour(ask.to) })
  const open = ask.answer === null && Date.parse(ask.until) > now
  if (ask.answer !== null) return <p className="intraday-asked">{question} <em>{say(`answered_${ask.answer}`)}</em></p>
  if (!open) return null
  return (
    <div className="intraday-asked" role="group" aria-label={question}>
      <strong>{question}</strong>
      <p>{say('freeToRefuse', { hour: hour(ask.until) })}</p>
      <div className="ui-button-row">
        <Button tone="primary" busy={answer.isPending} onPress={() => answer.mutate({ id: ask.id, yes: true })}>{say('yes')}</Button>
        <Button isDisabled={answer.isPending} onPress={() => answer.mutate({ id: ask.id, yes: false })}>{say('no')}</Button>
      </div>
    </div>
  )
} // prettier-ignore
