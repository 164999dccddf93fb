import { parseDate, type DateValue } from '@internationalized/date'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { IconButton } from './button.tsx'
import { FieldLabel, FieldWords, type Asked } from './field.tsx'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'
import './field.css'
import './overlay.css'

type Dating = Asked & {
  value: string | null // a day without an hour, '2026-11-21'
  onChange: (day: string | null) => void
  min?: string
  max?: string
  isDisabled?: boolean
  isRequired?: boolean
}

const read = (day: string | null | undefined): DateValue | null => (day ? parseDate(day) : null)

export function DateField({ label, hint, error, hideLabel, value, onChange, min, max, ...field }: Dating) {
  const say = useWords(words)
  return (
    <DatePicker
      {...field}
      value={read(value)}
      onChange={(day) => onChange(day?.toString() ?? null)}
      minValue={read(min)}
      maxValue={read(max)}
      isInvalid={error !== undefined}
      className="ui-field"
    >
      <FieldLabel label={label} hidden={hideLabel} required={field.isRequired} />
      <Group className="ui-box">
        <DateInput className="ui-date-parts">{(part) => <DateSegment segment={part} className="ui-date-part" />}</DateInput>
        <IconButton icon="calendar" size="small" label={say('openCalendar')} />
      </Group>
      <FieldWords hint={hint} error={error} />
      <Popover className="ui-popover">
        <Dialog>
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function Month() {
  const say = useWords(words)
  return (
    <Calendar className="ui-calendar">
      <header>
        <IconButton slot="previous" icon="left" size="small" label={say('previousMonth')} />
        <Heading />
        <IconButton slot="next" icon="right" size="small" label={say('nextMonth')} />
      </header>
      <CalendarGrid>{(day) => <CalendarCell date={day} className="ui-day" />}</CalendarGrid>
    </Calendar>
  )
}
