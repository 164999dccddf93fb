import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { deleteBreak, getMySeat, listBreaks, postBreak } from '../../contract.ts'
import { readHeld } from './held.ts'
import { words } from './seat-words.ts'

const LENGTHS = ['10', '15', '20', '30', '45', '60'] as const

/** The breaks planned for me: nothing is offered that would run into them. */
export function Breaks() {
  const say = useWords(words)
  const [from] = useState(() => new Date().toISOString())
  const planned = useAsk(listBreaks, { from }).data?.items ?? []
  const drop = useSend(deleteBreak, { refetch: [listBreaks, getMySeat], onDone: () => void readHeld() })
  return (
    <Panel title={say('breaks')}>
      <p className="routing-quiet">{say(planned.length === 0 ? 'noBreaks' : 'breaksText')}</p>
      <ul className="routing-breaks">
        {planned.map(({ id, kind, starts_at, ends_at }) => (
          <li key={id}>
            <span>
              {say(`because_${kind}`)} · <Time at={starts_at} as="hour" />–<Time at={ends_at} as="hour" />
            </span>
            <IconButton icon="trash" size="small" label={say('takeBack')} onPress={() => drop.mutate({ id })} />
          </li>
        ))}
      </ul>
      <PlanBreak />
    </Panel>
  )
}

function PlanBreak() {
  const say = useWords(words)
  const [at, setAt] = useState('')
  const [minutes, setMinutes] = useState<(typeof LENGTHS)[number]>('15')
  const plan = useSend(postBreak, {
    refetch: [listBreaks],
    onDone: () => {
      setAt('')
      void readHeld()
    },
  })
  const starts = startOf(at)
  return (
    <form
      className="routing-plan"
      aria-label={say('planBreak')}
      onSubmit={(event) => {
        event.preventDefault()
        if (starts)
          plan.mutate({ kind: 'pause', starts_at: starts.toISOString(), ends_at: new Date(starts.getTime() + Number(minutes) * 60_000).toISOString() })
      }}
    >
      <TextField label={say('at')} type="time" value={at} onChange={setAt} />
      <Select
        label={say('lasting')}
        options={LENGTHS.map((length) => ({ id: length, label: say('minutes', { count: length }) }))}
        value={minutes}
        onChange={(chosen) => setMinutes(LENGTHS.find((length) => length === chosen) ?? '15')}
      />
      <Button type="submit" icon="plus" isDisabled={!starts} busy={plan.isPending}>
        {say('plan')}
      </Button>
    </form>
  )
} // prettier-ignore

/** The next time the clock shows this hour where the reader is. */
function startOf(time: string): Date | null {
  const [hours, minutes] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined || Number.isNaN(hours) || Number.isNaN(minutes)) return null
  const today = new Date(new Date().setHours(hours, minutes, 0, 0))
  return today.getTime() > Date.now() ? today : new Date(today.getTime() + 86_400_000)
}
