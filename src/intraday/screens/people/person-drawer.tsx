import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Confirm } from '#ui/confirm'
import { useWords } from '#ui/words'
import { deleteException, getAdherence, getDayOf, type DayOfPerson, type OneDay } from '../../contract.ts'
import { useHour } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'
import { DayLines } from './day-lines.tsx'
import { Grant } from './grant.tsx'

/** A day of one of one's people: planned beside done, and what was granted. */
export function PersonDrawer({ person, onClose }: { person: DayOfPerson['person']; onClose: () => void }) {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(getDayOf, { person: person.id })
  return (
    <Drawer open onClose={onClose} title={say('dayOf', { name: person.name })}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : data ? <Shown day={data} /> : <Skeleton lines={6} />}
    </Drawer>
  )
}

function Shown({ day }: { day: OneDay }) {
  const say = useWords(words)
  return (
    <div className="intraday-one">
      <DayLines day={day} />
      <h3>{say('exceptions')}</h3>
      <Exceptions day={day} />
      {day.may_grant && <Grant key={day.exceptions.length} day={day} />}
    </div>
  )
}

function Exceptions({ day }: { day: OneDay }) {
  const say = useWords(words)
  const hour = useHour(day.zone)
  const withdraw = useSend(deleteException, { refetch: [getDayOf, getAdherence] })
  return (
    <ul className="intraday-steps">
      {day.exceptions.map(({ id, from, to, reason, note, granted_by }) => (
        <li key={id}>
          {hour(from)} – {hour(to)} · {say('grantedBy', { reason: say(`reason_${reason}`), name: granted_by?.name ?? say('aProgram') })}
          {note !== '' && ` · ${note}`}
          {day.may_grant && <Confirm size="small" tone="quiet" label={say('withdraw')} question={`${say('withdraw')} ?`} yes={say('withdraw')} onYes={() => withdraw.mutate({ id })} />}
        </li>
      ))}
    </ul>
  )
} // prettier-ignore
