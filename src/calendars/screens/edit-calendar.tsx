import { useState } from 'react'
import { Button } from '#ui/button'
import { Switch } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addCalendar, closeCalendar, editCalendar, listCalendars, regionNames, regions, type Region } from '../contract.ts'
import { Exceptions, type ExceptionLine } from './exceptions.tsx'
import type { CalendarCard } from './page.tsx'
import { readRanges, writeRanges } from './ranges.ts'
import { weekdayName } from './wall-clock.ts'
import { words } from './words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

export function EditCalendar({ calendar, onClose }: { calendar: CalendarCard | null; onClose: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState(calendar?.name ?? '')
  const [week, setWeek] = useState(() => weekdays.map((weekday) => lineOf(calendar, weekday, say('usual'))))
  const [region, setRegion] = useState<Region | 'none'>(calendar ? (calendar.holidays ?? 'none') : 'FR')
  const [goodFriday, setGoodFriday] = useState(calendar?.good_friday ?? false)
  const [exceptions, setExceptions] = useState<readonly ExceptionLine[]>(() => linesOf(calendar))
  const [fault, setFault] = useState<'missing' | 'badRange' | null>(null)
  const saving = useSaving(onClose)
  const save = () => {
    const read = readAll(week, exceptions)
    setFault(name.trim() === '' ? 'missing' : read ? null : 'badRange')
    if (!read || name.trim() === '') return
    const fields = { name, ...read, holidays: region === 'none' ? null : region, good_friday: goodFriday }
    if (calendar) saving.edit.mutate({ id: calendar.id, version: calendar.version, ...fields })
    else saving.add.mutate({ ...fields, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
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
    <Drawer open onClose={onClose} title={calendar?.name ?? say('add')} foot={foot}>
      <div className="calendars-form">
        <TextField label={say('name')} placeholder={say('namePlace')} autoFocus value={name} onChange={setName} />
        <Week week={week} onChange={setWeek} />
        <ChooseRegion value={region} onChange={setRegion} />
        <Switch isSelected={goodFriday} onChange={setGoodFriday}>
          {say('goodFriday')}
        </Switch>
        <Exceptions lines={exceptions} onChange={setExceptions} />
        {fault && <Notice tone="danger">{say(fault)}</Notice>}
        {saving.error && <Failure error={saving.error} />}
        {calendar && <Confirm tone="quiet" label={say('remove')} question={say('removeQuestion')} yes={say('yesRemove')} onYes={() => saving.close.mutate({ id: calendar.id })} />}
      </div>
    </Drawer>
  ) // prettier-ignore
}

const lineOf = (calendar: CalendarCard | null, weekday: number, usual: string): string =>
  calendar ? writeRanges(calendar.weekly.filter((range) => range.weekday === weekday)) : weekday <= 5 ? usual : ''

const linesOf = (calendar: CalendarCard | null): ExceptionLine[] =>
  (calendar?.exceptions ?? []).map(({ day, name, ranges }) => ({ day, name, hours: writeRanges(ranges) }))

function readAll(week: readonly string[], lines: readonly ExceptionLine[]) {
  const days = week.map(readRanges)
  const apart = lines.map(({ hours }) => readRanges(hours))
  if (days.includes(null) || apart.includes(null)) return null
  return {
    weekly: days.flatMap((ranges, place) => (ranges ?? []).map((range) => ({ weekday: place + 1, ...range }))),
    exceptions: lines.map(({ day, name }, place) => ({ day, name, ranges: apart[place] ?? [] })),
  }
}

function useSaving(onClose: () => void) {
  const say = useWords(words)
  const done = () => {
    toast({ text: say('saved'), tone: 'good' })
    onClose()
  }
  const how = { refetch: [listCalendars], onDone: done, onError: () => {} } // shown in place
  const [add, edit, close] = [useSend(addCalendar, how), useSend(editCalendar, how), useSend(closeCalendar, how)]
  return { add, edit, close, busy: add.isPending || edit.isPending, error: add.error ?? edit.error ?? close.error }
}

function Week({ week, onChange }: { week: readonly string[]; onChange: (week: string[]) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <fieldset className="calendars-week">
      <legend className="ui-label">{say('week')}</legend>
      <p className="ui-field-hint">{say('weekHint')}</p>
      {week.map((line, place) => (
        <TextField
          key={weekdayName(place + 1, 'fr')}
          label={weekdayName(place + 1, spoken)}
          placeholder={say('closed')}
          value={line}
          onChange={(text) => onChange(week.map((each, at) => (at === place ? text : each)))}
          {...(readRanges(line) === null ? { error: say('badRange') } : {})}
        />
      ))}
    </fieldset>
  )
}

function ChooseRegion({ value, onChange }: { value: Region | 'none'; onChange: (region: Region | 'none') => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const options = [
    { id: 'none' as const, label: say('noHolidays') },
    ...regionNames.map((id) => ({ id, label: regions[id][spoken] })),
  ]
  return <Select label={say('holidays')} value={value} onChange={onChange} options={options} />
}
