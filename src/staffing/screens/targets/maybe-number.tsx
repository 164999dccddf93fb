import { useState } from 'react'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import { tryWords } from '../what-if/words.ts'

type Boxed = {
  label: string
  hint: string
  value: number | null
  least: number
  most: number
  onChange: (value: number | null) => void
}

/** A number, or nothing. */
export function MaybeNumber({ label, hint, value, least, most, onChange }: Boxed) {
  const say = useWords(tryWords)
  const [text, setText] = useState(value === null ? '' : String(value))
  const read = Number(text.replace(',', '.'))
  const wrong = text.trim() !== '' && !(read >= least && read <= most)
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      inputMode="decimal"
      error={wrong ? say('notANumber', { least: String(least), most: String(most) }) : undefined}
      onChange={(next) => {
        setText(next)
        const number = Number(next.replace(',', '.'))
        if (next.trim() === '') onChange(null)
        else if (number >= least && number <= most) onChange(number)
      }}
    />
  )
}
