import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { DateField } from '#ui/date'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import { words } from './words.ts'

export type ExceptionLine = { day: string; name: string; hours: string }

/** Days unlike the others: an inventory, a bridge day, a Sunday before Christmas. */
export function Exceptions({ lines, onChange }: { lines: readonly ExceptionLine[]; onChange: (lines: ExceptionLine[]) => void }) {
  const say = useWords(words)
  const [line, setLine] = useState<{ day: string | null; name: string; hours: string }>({ day: null, name: '', hours: '' })
  const add = () => {
    const { day, ...rest } = line
    if (!day) return
    const others = lines.filter((each) => each.day !== day)
    onChange([...others, { day, ...rest }].toSorted((a, b) => a.day.localeCompare(b.day)))
    setLine({ day: null, name: '', hours: '' })
  }
  return (
    <fieldset className="calendars-week">
      <legend className="ui-label">{say('exceptions')}</legend>
      <ul className="calendars-exceptions">
        {lines.map(({ day, name, hours }) => (
          <li key={day}>
            <span>
              {day} {name && `· ${name}`} · {hours || say('closed')}
            </span>
            <IconButton icon="trash" size="small" label={say('dropException')} onPress={() => onChange(lines.filter((each) => each.day !== day))} />
          </li>
        ))}
      </ul>
      <DateField label={say('exceptionDay')} value={line.day} onChange={(day) => setLine({ ...line, day })} />
      <TextField label={say('exceptionName')} value={line.name} onChange={(name) => setLine({ ...line, name })} />
      <TextField label={say('exceptionHours')} value={line.hours} onChange={(hours) => setLine({ ...line, hours })} />
      <div>
        <Button icon="plus" isDisabled={!line.day} onPress={add}>
          {say('addException')}
        </Button>
      </div>
    </fieldset>
  ) // prettier-ignore
}
