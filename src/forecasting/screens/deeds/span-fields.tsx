import { DateField } from '#ui/date'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import { words } from './words.ts'
import type { Local } from './local-time.ts'

type Spanning = { from: Local; to: Local; onFrom: (from: Local) => void; onTo: (to: Local) => void }

/** From a day and hour to another, by the clocks of the place. */
export function SpanFields({ from, to, onFrom, onTo }: Spanning) {
  const say = useWords(words)
  return (
    <div className="forecasting-span-fields">
      <DateField label={say('from')} value={from.day} onChange={(day) => day && onFrom({ ...from, day })} />
      <TextField label={say('fromTime')} value={from.time} onChange={(time) => onFrom({ ...from, time })} />
      <DateField label={say('to')} value={to.day} onChange={(day) => day && onTo({ ...to, day })} />
      <TextField label={say('toTime')} value={to.time} onChange={(time) => onTo({ ...to, time })} />
    </div>
  )
}
