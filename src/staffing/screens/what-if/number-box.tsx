import { useState } from 'react'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { decimal } from '../say.ts'
import { tryWords } from './words.ts'

type Boxed = {
  label: string
  value: number
  least: number
  most: number
  whole?: boolean
  hint?: string
  onChange: (value: number) => void
}

/** A number one types, with a comma or a point; what is none is said, and nothing is changed by it. */
export function NumberBox({ label, value, least, most, whole = false, hint, onChange }: Boxed) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  // What one types stays as it is typed, "80," too, as long as it means the value or nothing yet.
  const meant = typed === null ? undefined : read(typed, { least, most, whole })
  const text = typed !== null && (meant === null || meant === value) ? typed : written(value, spoken)
  const wrong = read(text, { least, most, whole }) === null
  return (
    <TextField
      label={label}
      value={text}
      inputMode={whole ? 'numeric' : 'decimal'}
      {...(hint && !wrong && { hint })}
      error={wrong ? say('notANumber', { least: decimal(least, spoken, 2), most: decimal(most, spoken, 2) }) : undefined}
      onChange={(next) => {
        setTyped(next)
        const found = read(next, { least, most, whole })
        if (found !== null) onChange(found)
      }}
    />
  ) // prettier-ignore
}

/** As one types it: a comma in French, no spaces between thousands. */
export const written = (value: number, spoken: string): string =>
  spoken === 'fr' ? String(value).replace('.', ',') : String(value)

export function read(text: string, { least, most, whole }: Pick<Boxed, 'least' | 'most' | 'whole'>): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  const value = Number(plain)
  if (plain === '' || !Number.isFinite(value) || value < least || value > most) return null
  return whole && !Number.isInteger(value) ? null : value
}
