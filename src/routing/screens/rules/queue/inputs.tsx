// The few inputs the editor is made of: a length of time as people write it, a number, several of a list.
import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Menu } from '#ui/menu'
import { useWords } from '#ui/words'
import { readLength } from '../../../rules/read-length.ts'
import { sayExactly } from '../../../rules/say-exactly.ts'
import { words } from './words.ts'

type Asked = { label: string; hint?: string; hideLabel?: boolean }
type Writing<Value> = Asked & { value: Value; onChange: (value: Value) => void; isDisabled?: boolean }

/** A length in seconds. What is typed counts once it can be read; on leaving it is written out as the rules say it. */
export function Length({ value, onChange, optional = false, ...asked }: Omit<Writing<number | null>, 'onChange'> & { onChange: (value: number) => void; optional?: boolean; onEmpty?: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { onEmpty, ...field } = asked
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : sayExactly(value)[spoken])
  const empty = optional && shown.trim() === ''
  const wrong = !empty && readLength(shown) === null
  const type = (text: string): void => {
    setTyped(text)
    const read = readLength(text)
    if (read !== null) onChange(read)
    else if (optional && text.trim() === '') onEmpty?.()
  }
  return (
    <span className="routing-length">
      <TextField {...field} value={shown} placeholder={say('lengthHint')} onChange={type} onBlur={() => wrong || setTyped(null)} {...(wrong ? { error: say('lengthWrong') } : {})} />
    </span>
  )
} // prettier-ignore

type Bounds = { least: number; most: number; whole?: boolean }

/** A number within bounds; optional ones may be left empty. */
export function Amount({ value, onChange, least, most, whole = true, onEmpty, ...asked }: Asked & Bounds & { value: number | null; onChange: (value: number) => void; onEmpty?: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const written = value === null ? '' : spoken === 'fr' ? String(value).replace('.', ',') : String(value)
  const shown = typed ?? written
  const read = readNumber(shown, { least, most, whole })
  const wrong = read === null && !(onEmpty && shown.trim() === '')
  const type = (text: string): void => {
    setTyped(text)
    const number = readNumber(text, { least, most, whole })
    if (number !== null) onChange(number)
    else if (text.trim() === '') onEmpty?.()
  }
  return (
    <span className="routing-length">
      <TextField {...asked} inputMode={whole ? 'numeric' : 'decimal'} value={shown} onChange={type} onBlur={() => wrong || setTyped(null)} {...(wrong ? { error: say('numberWrong', { least, most }) } : {})} />
    </span>
  )
} // prettier-ignore

function readNumber(text: string, { least, most, whole }: Bounds): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-') // prettier-ignore
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  return number < least || number > most || (whole && !Number.isInteger(number)) ? null : number
}

export type Option = { id: string; label: string }

/** Some of a list, each with its way out; none chosen means any. */
export function Several({ label, options, value, onChange, any }: { label: string; options: readonly Option[]; value: readonly string[] | null; onChange: (value: string[] | null) => void; any?: string }) {
  const say = useWords(words)
  const chosen = value ?? []
  const left = options.filter(({ id }) => !chosen.includes(id))
  const named = (id: string): string => options.find((option) => option.id === id)?.label ?? id
  const without = (id: string): void => {
    const others = chosen.filter((each) => each !== id)
    onChange(others.length === 0 ? null : others)
  }
  return (
    <div className="routing-several" role="group" aria-label={label}>
      <span className="ui-label" aria-hidden="true">{label}</span>
      <span className="routing-chips">
        {chosen.length === 0 && <span className="routing-any">{any ?? say('any')}</span>}
        {chosen.map((id) => (
          <span key={id} className="routing-chip">
            {named(id)}
            <IconButton size="small" icon="close" label={say('removeOf', { name: named(id) })} onPress={() => without(id)} />
          </span>
        ))}
        {left.length > 0 && <AddMenu label={`${label} : ${say('add')}`} says={say('add')} options={left} onAdd={(id) => onChange([...chosen, id])} />}
      </span>
    </div>
  )
} // prettier-ignore

type Adding<Id extends string> = {
  label: string
  says: string
  options: readonly { id: Id; label: string }[]
  onAdd: (id: Id) => void
}

/** One more of a list. */
export const AddMenu = <Id extends string>({ label, says, options, onAdd }: Adding<Id>) => (
  <Menu
    label={label}
    trigger={
      <Button size="small" tone="quiet" icon="plus" aria-label={label}>
        {says}
      </Button>
    }
    groups={[{ choices: options.map((option) => ({ id: option.id, label: option.label, run: () => onAdd(option.id) })) }]}
  />
)
