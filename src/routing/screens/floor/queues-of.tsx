import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { IconButton } from '#ui/button'
import { useWords } from '#ui/words'
import type { PersonId } from '#base/contract'
import { deletePersonQueue, getRoster, getSeatOf, putPersonQueue, type SeatOf } from '../../contract.ts'
import { words } from './drawer-words.ts'
import { useHour } from './hour.ts'
import type { Seen } from './page.tsx'

const PREFERENCES = ['0', '1', '2', '3', '4', '5'] as const

/** Which queues somebody serves today, and how gladly: what is set here holds until tonight. */
export function QueuesOf({ seen, person }: { seen: Seen; person: PersonId }) {
  const say = useWords(words)
  const asked = useAsk(getSeatOf, { person }, { staleSeconds: 10 })
  return (
    <section>
      <h3>{say('queuesToday')}</h3>
      {asked.isError && !asked.data && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={3} />}
      <ul className="floor-served">
        {asked.data?.queues.map((each) => (
          <Served key={each.queue} of={each} person={person} seen={seen} />
        ))}
      </ul>
    </section>
  )
}

function Served({ of, person, seen }: { of: SeatOf['queues'][number]; person: PersonId; seen: Seen }) {
  const say = useWords(words)
  const hour = useHour()
  const sending = { refetch: [getSeatOf, getRoster], onDone: seen.again }
  const put = useSend(putPersonQueue, sending)
  const back = useSend(deletePersonQueue, sending)
  const value = PREFERENCES.find((each) => each === String(of.preference)) ?? '3'
  return (
    <li data-none={of.preference === 0 || undefined}>
      <span>
        {of.name}
        {of.set && <small>{say('setUntil', { hour: hour(of.set.until), name: of.set.by.name })}</small>}
      </span>
      {seen.roster.may.steer ? (
        <Select
          label={say('howGladly', { queue: of.name })}
          hideLabel
          options={PREFERENCES.map((id) => ({ id, label: say(`preference_${id}`) }))}
          value={value}
          onChange={(preference) => put.mutate({ person, queue: of.queue, preference: Number(preference), until: null })}
        />
      ) : (
        say(`preference_${value}`)
      )}
      {of.set && seen.roster.may.steer && <IconButton icon="undo" size="small" label={say('asUsual')} onPress={() => back.mutate({ person, queue: of.queue })} />}
    </li>
  )
} // prettier-ignore
