import { useState } from 'react'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import { shiftWords } from './shift-words.ts'

/** "9:5", "9h30", "930", "9" → "09:05", "09:30", "09:30", "09:00"; null when it is no hour. The end of a day may be "24:00". */
export function readHour(text: string, untilMidnight = false): string | null {
  const tight = text.trim().replace(/\s+/g, '')
  const match = /^(\d{1,2})(?:[:hH.](\d{0,2}))?$/.exec(tight) ?? /^(\d{1,2})(\d{2})$/.exec(tight)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] || 0)]
  if (untilMidnight && hours === 24 && minutes === 0) return '24:00'
  return hours > 23 || minutes > 59 ? null : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

type Houring = {
  label: string
  value: string
  onChange: (hour: string) => void
  isDisabled?: boolean
  untilMidnight?: boolean
  eager?: boolean // told as it is typed, not when it is left
  error?: string
}

/** An hour of the day, written as one writes it. */
export function HourField({ label, value, onChange, isDisabled = false, untilMidnight = false, eager = false, error }: Houring) {
  const say = useWords(shiftWords)
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setText(value)
  }
  const bad = readHour(text, untilMidnight) === null
  const type = (typed: string): void => {
    setText(typed)
    const hour = eager ? readHour(typed, untilMidnight) : null
    if (hour === null || hour === value) return
    setKnown(hour)
    onChange(hour)
  }
  const settle = (): void => {
    const hour = readHour(text, untilMidnight)
    if (hour === null) return
    setText(hour)
    if (hour !== value) onChange(hour)
  }
  return (
    <TextField
      label={label}
      value={text}
      onChange={type}
      onBlur={settle}
      isDisabled={isDisabled}
      inputMode="numeric"
      {...(bad ? { error: say('wrongHour') } : error ? { error } : {})}
    />
  )
}
