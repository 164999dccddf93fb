import { useState } from 'react'
import { useMe } from '#access/screens'
import { clock, minuteOf, weekdayName } from '#calendars/screens'
import { ChoosePerson, useAllPeople } from '#staff/screens'
import { Button, IconButton } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { exact } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { addDutyTurn, dropDutyTurn, listDuty, type DutyTurn } from '../contract.ts'
import type { DoorCard } from './edit-door.tsx'
import { words } from './words.ts'

const days = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Whose turn it is at a door, week after week. */
export function Rota({ door, onClose }: { door: DoorCard; onClose: () => void }) {
  const say = useWords(words)
  const { may } = useMe()
  const turns = useAsk(listDuty, { entry_point: door.id, limit: 200 })
  const name = useAllPeople().find(({ id }) => id === door.duty_person_id)?.name ?? ''
  const sorted = (turns.data?.items ?? []).toSorted((a, b) => startOf(a) - startOf(b))
  return (
    <Drawer
      open
      onClose={onClose}
      title={say('rotaOf', { name: door.name })}
      foot={<Button onPress={onClose}>{say('close')}</Button>}
    >
      <div className="brands-form">
        <p>{sorted.length === 0 ? say('noTurns', { name }) : say('rotaText', { name })}</p>
        {turns.error && <Failure error={turns.error} />}
        <ul className="brands-turns">
          {sorted.map((turn) => (
            <Turn key={turn.id} turn={turn} door={door} manages={may('brand.manage')} />
          ))}
        </ul>
        {may('brand.manage') && <AddTurn door={door} />}
      </div>
    </Drawer>
  )
}

const startOf = ({ when }: DutyTurn): number => ('weekday' in when ? when.weekday * 1440 + when.starts_minute : Infinity)

function Turn({ turn, door, manages }: { turn: DutyTurn; door: DoorCard; manages: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const name = useAllPeople().find(({ id }) => id === turn.person_id)?.name ?? '…'
  const drop = useSend(dropDutyTurn, { refetch: [listDuty] })
  const { when } = turn
  const detail =
    'weekday' in when
      ? `${weekdayName(when.weekday, spoken)}, ${clock(when.starts_minute)} – ${clock(when.ends_minute)}`
      : `${say('once')}, ${exact(when.starts_at, { spoken })} – ${exact(when.ends_at, { spoken })}`
  return (
    <li>
      <Face person={{ id: turn.person_id, name }} detail={detail} />
      {manages && <IconButton icon="trash" size="small" label={say('dropTurn')} onPress={() => drop.mutate({ entry_point: door.id, id: turn.id })} />}
    </li>
  ) // prettier-ignore
}

function AddTurn({ door }: { door: DoorCard }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [person, setPerson] = useState(door.duty_person_id as DoorCard['duty_person_id'] | null)
  const [weekday, setWeekday] = useState<(typeof days)[number]>('1')
  const [[from, to], setHours] = useState(['09:00', '12:30'])
  const [wrong, setWrong] = useState(false)
  const add = useSend(addDutyTurn, { refetch: [listDuty], onError: () => {} }) // shown in place
  const save = () => {
    const [starts_minute, ends] = [minuteOf(from ?? ''), minuteOf(to ?? '')]
    const good = person !== null && starts_minute !== null && ends !== null
    setWrong(!good)
    if (!good) return
    const ends_minute = ends <= starts_minute ? ends + 1440 : ends // past midnight
    add.mutate({ entry_point: door.id, person, when: { weekday: Number(weekday), starts_minute, ends_minute } })
  }
  return (
    <section className="brands-add-turn">
      <ChoosePerson label={say('person')} value={person} onChange={setPerson} />
      <div className="brands-three">
        <Select label={say('weekday')} value={weekday} onChange={setWeekday} options={days.map((id) => ({ id, label: weekdayName(Number(id), spoken) }))} />
        <TextField label={say('from')} value={from ?? ''} onChange={(text) => setHours([text, to ?? ''])} />
        <TextField label={say('to')} value={to ?? ''} onChange={(text) => setHours([from ?? '', text])} />
      </div>
      {wrong && <Notice tone="danger">{say('turnMissing')}</Notice>}
      {add.error && <Failure error={add.error} />}
      <Button icon="plus" busy={add.isPending} onPress={save}>
        {say('addTurn')}
      </Button>
    </section>
  ) // prettier-ignore
}
