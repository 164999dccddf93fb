import { useState } from 'react'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { decimal } from '../say.ts'
import { read, written } from '../what-if/number-box.tsx'
import { tryWords } from '../what-if/words.ts'

type Boxed = {
  label: string
  hint: string
  value: number | null
  least: number
  most: number
  whole?: boolean
  onChange: (value: number | null) => void
}

/** A number, or nothing. */
export function MaybeNumber({ label, hint, value, least, most, whole = false, onChange }: Boxed) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const meant = typed === null ? undefined : numberOrNothing(typed, { least, most, whole })
  // What one types stays as it is typed, as long as it means the value or nothing yet.
  const text = typed !== null && (meant === 'wrong' || meant === value) ? typed : value === null ? '' : written(value, spoken)
  const wrong = numberOrNothing(text, { least, most, whole }) === 'wrong'
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      inputMode={whole ? 'numeric' : 'decimal'}
      error={wrong ? say('notANumber', { least: decimal(least, spoken, 2), most: decimal(most, spoken, 2) }) : undefined}
      onChange={(next) => {
        setTyped(next)
        const found = numberOrNothing(next, { least, most, whole })
        if (found !== 'wrong') onChange(found)
      }}
    />
  )
}

function numberOrNothing(text: string, bounds: { least: number; most: number; whole: boolean }): number | null | 'wrong' {
  return text.trim() === '' ? null : (read(text, bounds) ?? 'wrong')
}
