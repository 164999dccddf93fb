import { useState } from 'react'
import type { z } from 'zod'
import { listCalendars, type CalendarId } from '#calendars/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  addEntryPoint,
  closeEntryPoint,
  editEntryPoint,
  listEntryPoints,
  type BrandId,
  type entryPointShape,
} from '../contract.ts'
import { words } from './words.ts'

export type DoorCard = z.infer<typeof entryPointShape>
type Editing = { door: DoorCard | null; brand: string; onClose: () => void }

/** A door by mail is opened here; others are opened where they are set up, and keep their hours and their person here. */
export function EditDoor({ door, brand, onClose }: Editing) {
  const say = useWords(words)
  const [{ name, address, calendar, person }, setFilled] = useState(() => filledFrom(door))
  const fill = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }))
  const [missing, setMissing] = useState(false)
  const byMail = door === null || door.kind === 'email'
  const saving = useSavingDoor({ door, onDone: onClose })
  const save = () => {
    const incomplete = name.trim() === '' || !person || (byMail && address.trim() === '' && !door?.accepts_any)
    setMissing(incomplete)
    if (incomplete || !person) return
    const fields = { name, address: address.trim() || null, calendar_id: calendar, duty_person_id: person }
    if (door) saving.edit.mutate({ id: door.id, version: door.version, ...fields })
    else saving.add.mutate({ ...fields, brand_id: brand as BrandId, kind: 'email', accepts_any: false, zone: 'Europe/Paris' }) // the id of a brand on this page
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={saving.busy} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={door?.name ?? say('newDoor')} foot={foot}>
      <div className="brands-form">
        <TextField label={say('doorName')} placeholder={say('doorPlace')} autoFocus value={name} onChange={(text) => fill({ name: text })} />
        {byMail && <TextField label={say('address')} type="email" icon="mail" value={address} onChange={(text) => fill({ address: text })} {...(door?.accepts_any ? { hint: say('acceptsAny') } : {})} />}
        <ChooseCalendar value={calendar} onChange={(id) => fill({ calendar: id })} />
        <ChoosePerson label={say('dutyPerson')} value={person} onChange={(id) => fill({ person: id })} />
        {missing && <Notice tone="danger">{say('missing')}</Notice>}
        {saving.error && <Failure error={saving.error} />}
        {door && <Confirm tone="quiet" label={say('closeDoor')} question={say('closeDoorQuestion')} yes={say('yesClose')} onYes={() => saving.close.mutate({ id: door.id })} />}
      </div>
    </Drawer>
  ) // prettier-ignore
}

type Filled = { name: string; address: string; calendar: CalendarId | null; person: DoorCard['duty_person_id'] | null }
const filledFrom = (door: DoorCard | null): Filled => ({
  name: door?.name ?? '',
  address: door?.address ?? '',
  calendar: door?.calendar_id ?? null,
  person: door?.duty_person_id ?? null,
})

function useSavingDoor({ onDone }: { door: DoorCard | null; onDone: () => void }) {
  const say = useWords(words)
  const done = () => {
    toast({ text: say('saved'), tone: 'good' })
    onDone()
  }
  const how = { refetch: [listEntryPoints], onDone: done, onError: () => {} } // shown in place
  const [add, edit, close] = [useSend(addEntryPoint, how), useSend(editEntryPoint, how), useSend(closeEntryPoint, how)]
  return { add, edit, close, busy: add.isPending || edit.isPending, error: add.error ?? edit.error ?? close.error }
}

function ChooseCalendar({ value, onChange }: { value: CalendarId | null; onChange: (id: CalendarId | null) => void }) {
  const say = useWords(words)
  const calendars = useAsk(listCalendars, { limit: 200 }).data?.items ?? []
  const pick = (id: string) => onChange(calendars.find((calendar) => calendar.id === id)?.id ?? null)
  const options = [
    { id: 'none', label: say('noCalendar') },
    ...calendars.map(({ id, name }) => ({ id: id as string, label: name })),
  ]
  return <Select label={say('calendar')} value={value ?? 'none'} onChange={pick} options={options} />
}
