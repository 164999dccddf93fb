import { listCalendars, type CalendarId } from '#calendars/contract'
import { Checkbox } from '#ui/choice'
import { TextField } from '#ui/field'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { pausable, type PolicyHours } from '../../contract.ts'
import type { Change } from './level-editor.tsx'
import { isUnderstood, percentOf, type LevelForm } from './level-form.ts'
import { words } from './words.ts'

const idOf = (hours: PolicyHours): string => (hours.kind === 'calendar' ? hours.calendar_id : hours.kind)
const hoursOf = (id: string): PolicyHours =>
  id === 'door' || id === 'always' ? { kind: id } : { kind: 'calendar', calendar_id: id as CalendarId } // chosen among calendars

export function HoursAndQuiet({ form, change }: { form: LevelForm; change: Change }) {
  const say = useWords(words)
  const calendars = useAsk(listCalendars, { limit: 200 }, { staleSeconds: 300 }).data?.items ?? []
  const options = [
    { id: 'door', label: say('hoursDoor') },
    { id: 'always', label: say('hoursAlways') },
    ...calendars.map(({ id, name }) => ({ id: String(id), label: say('hoursCalendar', { name }) })),
  ]
  const bad = (written: string): string | undefined => (isUnderstood(written) ? undefined : say('badDuration'))
  return (
    <fieldset className="clocks-set">
      <legend>{say('hours')}</legend>
      <Select label={say('hours')} hideLabel options={options} value={idOf(form.hours)} onChange={(id) => change({ hours: hoursOf(id) })} />
      <div role="group" aria-label={say('pauses')}>
        <span>{say('pauses')}</span>
        <div className="clocks-choices">
          {pausable.map((each) => (
            <Checkbox key={each} isSelected={form.pauses.includes(each)} onChange={(on) => change({ pauses: pausable.filter((other) => (other === each ? on : form.pauses.includes(other))) })}>
              {say(each)}
            </Checkbox>
          ))}
        </div>
      </div>
      <div className="clocks-grid">
        <TextField label={`${say('quiet')} ${say('silenceAfter')}`} hint={say('quietHint')} value={form.silence} onChange={(silence) => change({ silence })} error={bad(form.silence)} />
        <TextField label={`${say('quiet')} ${say('stagnationAfter')}`} hint={say('quietHint')} value={form.stagnation} onChange={(stagnation) => change({ stagnation })} error={bad(form.stagnation)} />
        <TextField label={say('warnAt')} hint={say('percent')} value={form.warn} onChange={(warn) => change({ warn })} error={percentOf(form.warn) === undefined ? '1–99' : undefined} inputMode="numeric" />
      </div>
    </fieldset>
  )
} // prettier-ignore
