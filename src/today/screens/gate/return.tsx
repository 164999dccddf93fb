import { useState } from 'react'
import { Button } from '#ui/button'
import { DateField } from '#ui/date'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import type { Gate } from '../../contract.ts'
import { useMomentWords } from '../moment-words.ts'
import { words } from './words.ts'

/** When one is back: known by the house, or asked; it can always be said otherwise. */
export function Return({ gate, onChange }: { gate: Gate; onChange: (at: string) => void }) {
  const say = useWords(words)
  const when = useMomentWords()
  const [changing, setChanging] = useState(false)
  if (gate.back_at && !changing)
    return (
      <p className="today-return">
        <strong>{say('backAt', { when: when(gate.back_at) })}</strong>
        {gate.back_from && <span>{say(`from_${gate.back_from}`)}</span>}
        <span>{gate.stand_in ? say('standIn', { name: gate.stand_in.name }) : say('nobody')}</span>
        <Button size="small" tone="quiet" onPress={() => setChanging(true)}>
          {say('change')}
        </Button>
      </p>
    )
  const choose = (at: string) => {
    setChanging(false)
    onChange(at)
  }
  return (
    <div className="today-return-ask">
      {!gate.back_at && (
        <p>
          <strong>{say('unknown')}</strong> {say('unknownText')}
        </p>
      )}
      <div className="today-return-soon">
        {gate.suggestions.map((at) => (
          <Button key={at} size="small" onPress={() => choose(at)}>
            {when(at)}
          </Button>
        ))}
      </div>
      <OtherMoment onChoose={choose} />
    </div>
  )
}

function OtherMoment({ onChoose }: { onChoose: (at: string) => void }) {
  const say = useWords(words)
  const [day, setDay] = useState<string | null>(null)
  const [hour, setHour] = useState('09:00')
  const at = day && /^\d{1,2}:\d{2}$/.test(hour) ? new Date(`${day}T${hour.padStart(5, '0')}:00`) : null
  const good = at !== null && !Number.isNaN(at.getTime())
  return (
    <div className="today-return-other">
      <DateField label={say('returnDay')} value={day} onChange={setDay} />
      <TextField label={say('returnHour')} value={hour} onChange={setHour} maxLength={5} />
      <Button isDisabled={!good} onPress={() => good && onChoose(at.toISOString())}>
        {say('useIt')}
      </Button>
    </div>
  )
}
