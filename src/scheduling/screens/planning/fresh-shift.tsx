import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { tryMove } from '../../contract/moves.ts'
import type { Plan } from '../../contract/plans.ts'
import type { BoardNow } from './grid/board.ts'
import { dayName, lengthOf, wallHour } from './grid/hours.ts'
import { turnOf } from './grid/lift.ts'
import { gridWords } from './grid/words.ts'
import { Refusal } from './refusal.tsx'
import { Remarks } from './remarks.tsx'
import { Hours, spanFrom, Whose } from './shift-hours.tsx'
import { shiftWords } from './shift-words.ts'
import { addWish, type Deeds } from './use-deeds.ts'

type Adding = { board: BoardNow; plan: Plan; deeds: Deeds; begin: { person: string | null; at: number }; onClose: () => void }

/** A shift to be added. What law, contract and need say to it is said while it is written, by the very rule that would refuse it. */
export function FreshShift({ board, plan, deeds, begin, onClose }: Adding) {
  const say = useWords(shiftWords)
  const spoken = useLanguage()
  const day = Temporal.Instant.fromEpochMilliseconds(begin.at).toZonedDateTimeISO(plan.zone).toPlainDate().toString()
  const step = plan.interval_min * 60_000
  const from = Math.floor(begin.at / step) * step
  const [person, setPerson] = useState(begin.person)
  const [hours, setHours] = useState({ from: wallHour(from, plan.zone), to: wallHour(from + 8 * 3_600_000, plan.zone) })
  const [refused, setRefused] = useState<{ said: string; error: unknown } | null>(null)
  const wish = addWish(person, spanFrom(day, hours, plan.zone))
  const said = JSON.stringify(wish)
  const tried = useAsk(tryMove, { id: plan.id, move: wish }, { staleSeconds: 0, keepPrevious: true })
  const troubles = tried.data?.troubles ?? []
  const stops = tried.error !== null || troubles.some(({ hard }) => hard)
  const add = (): void => {
    if (stops) return
    deeds.move(wish, (error) => {
      setRefused({ said, error })
      return 'said'
    }, onClose)
  }
  return (
    <form className="scheduling-fresh" onSubmit={(event) => { event.preventDefault(); add() }}>
      <p className="scheduling-quiet">{dayName(day, spoken)}</p>
      <Whose board={board} person={person} onPerson={setPerson} />
      <Hours hours={hours} onHours={setHours} eager />
      <div role="status" className="scheduling-fresh">
        {tried.error ? <Failure error={tried.error} /> : <Remarks troubles={troubles} />}
        {refused?.said === said && !stops && <Refusal error={refused.error} />}
        {tried.data && <Effects effect={tried.data.effect} />}
      </div>
      <ButtonRow end>
        <Button tone="primary" icon="plus" type="submit" isDisabled={stops}>{say('add')}</Button>
      </ButtonRow>
    </form>
  )
} // prettier-ignore

/** What it does to the need. */
function Effects({ effect }: { effect: Parameters<typeof turnOf>[0] }) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  if (!effect.some(({ need }) => need.length > 0)) return null
  const { less, more } = turnOf(effect)
  const told = [
    ...(less >= 1 ? [say('less', { minutes: lengthOf(less, spoken) })] : []),
    ...(more >= 1 ? [say('more', { minutes: lengthOf(more, spoken) })] : []),
  ]
  return <p className="scheduling-quiet">{told.length > 0 ? told.join(', ') : say('same')}</p>
}
