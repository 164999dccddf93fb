import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { PersonId } from '#base/contract'
import { deleteBreak, listBreaks, postBreak } from '../../contract.ts'
import { words } from './drawer-words.ts'
import { useHour } from './hour.ts'
import type { Seen } from './page.tsx'

const LENGTHS = ['10', '15', '20', '30', '45', '60'] as const

/** The breaks of somebody: nothing that would run into one is offered. */
export function BreaksOf({ seen, person }: { seen: Seen; person: PersonId }) {
  const say = useWords(words)
  const hour = useHour()
  const { data } = useAsk(listBreaks, { person })
  const drop = useSend(deleteBreak, { refetch: [listBreaks], onDone: seen.again })
  const planned = data?.items ?? []
  return (
    <section>
      <h3>{say('breaks')}</h3>
      {data && planned.length === 0 && <p className="floor-nothing">{say('noBreaks')}</p>}
      <ul className="floor-served">
        {planned.map(({ id, starts_at, ends_at }) => (
          <li key={id}>
            <span>
              {hour(starts_at)}–{hour(ends_at)}
            </span>
            {seen.roster.may.steer && (
              <IconButton icon="trash" size="small" label={say('dropBreak')} onPress={() => drop.mutate({ id })} />
            )}
          </li>
        ))}
      </ul>
      {seen.roster.may.steer && <Plan person={person} seen={seen} />}
    </section>
  )
}

function Plan({ person, seen }: { person: PersonId; seen: Seen }) {
  const say = useWords(words)
  const [at, setAt] = useState('')
  const [minutes, setMinutes] = useState<(typeof LENGTHS)[number]>('15')
  const plan = useSend(postBreak, { refetch: [listBreaks], onDone: () => (setAt(''), seen.again()) })
  const starts = nextTime(at, useNow() + seen.floor.ahead_ms)
  const send = () => starts && plan.mutate({ person, kind: 'pause', starts_at: new Date(starts).toISOString(), ends_at: new Date(starts + Number(minutes) * 60_000).toISOString() })
  return (
    <form className="floor-plan" aria-label={say('planBreak')} onSubmit={(event) => (event.preventDefault(), send())}>
      <TextField label={say('at')} type="time" value={at} onChange={setAt} />
      <Select label={say('lasting')} options={LENGTHS.map((id) => ({ id, label: say('minutes', { count: Number(id) }) }))} value={minutes} onChange={setMinutes} />
      <Button type="submit" icon="plus" isDisabled={starts === null} busy={plan.isPending}>
        {say('plan')}
      </Button>
    </form>
  )
} // prettier-ignore

/** The next time the reader's clock shows this hour; milliseconds since 1970. */
function nextTime(time: string, now: number): number | null {
  const [hours, minutes] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null
  const today = new Date(now).setHours(hours, minutes, 0, 0)
  return today > now ? today : today + 86_400_000
}
