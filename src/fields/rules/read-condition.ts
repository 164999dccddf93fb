// A condition on a field, held against the kind of the field and made into what the database is asked.
import type { PersonId } from '#base/contract'
import type { Field } from '../contract/field.ts'
import { moneyShape, type Condition, type Value } from '../contract/value.ts'
import type { FieldId, FieldKind, OptionId } from '../contract/words.ts'

export type Asked =
  | { ask: 'filled' }
  | { ask: 'words'; is: string }
  | { ask: 'contains'; words: string }
  | { ask: 'number'; from: number | null; until: number | null }
  | { ask: 'money'; from: number | null; until: number | null; currency: string }
  | { ask: 'date'; from: string | null; until: string | null }
  | { ask: 'option'; is: readonly OptionId[] } // any of these
  | { ask: 'chosen'; is: readonly OptionId[] } // any of these among those chosen
  | { ask: 'yes'; is: boolean }
  | { ask: 'person'; is: PersonId }
export type Test = { field: FieldId; kind: FieldKind; not: boolean; asked: Asked }

const SORTABLE: readonly FieldKind[] = ['text', 'link', 'number', 'money', 'date']
export const isSortable = (kind: FieldKind): boolean => SORTABLE.includes(kind)

/** Days are said plainly or from today on: '2026-03-31', 'today', 'today+90', 'today-30'. */
export const RELATIVE_DAY = /^today(?:([+-])(\d{1,4}))?$/

/** @returns null when the condition does not fit the field */
export function readCondition(field: Field, { test, value }: Omit<Condition, 'field'>, today: Temporal.PlainDate): Test | null {
  const about = { field: field.id, kind: field.kind, not: test === 'empty' }
  if (test === 'filled' || test === 'empty') return { ...about, asked: { ask: 'filled' } }
  if (value === null) return null
  const asked =
    test === 'contains'
      ? contains(field.kind, value)
      : test === 'is'
        ? readers[field.kind](value, field, today)
        : bound(field.kind, { test, value, today })
  return asked && { ...about, asked }
}

const contains = (kind: FieldKind, value: Value): Asked | null =>
  isWords(kind) && typeof value === 'string' && value.trim() !== ''
    ? { ask: 'contains', words: value.trim().toLowerCase() }
    : null
const isWords = (kind: FieldKind): boolean => kind === 'text' || kind === 'long_text' || kind === 'link'

type Is = (value: Value, field: Field, today: Temporal.PlainDate) => Asked | null
const isWord: Is = (value) => (typeof value === 'string' && value.trim() !== '' ? { ask: 'words', is: value.trim().toLowerCase().slice(0, 200) } : null) // prettier-ignore
const isOption: Is = (value, field) => {
  const wanted = Array.isArray(value) ? value : [value]
  const known = field.options.map(({ id }) => id).filter((id) => wanted.includes(id))
  if (known.length === 0 || known.length !== wanted.length) return null
  return { ask: field.kind === 'choice' ? 'option' : 'chosen', is: known }
}
const readers: Readonly<Record<FieldKind, Is>> = {
  text: isWord,
  long_text: isWord,
  link: isWord,
  number: (value) => (typeof value === 'number' ? { ask: 'number', from: value, until: value } : null),
  money: (value) => {
    const money = moneyShape.safeParse(value)
    return money.success ? { ask: 'money', from: money.data.cents, until: money.data.cents, currency: money.data.currency } : null
  },
  date: (value, _, today) => {
    const day = typeof value === 'string' ? dayOf(value, today) : null
    return day === null ? null : { ask: 'date', from: day, until: day }
  },
  choice: isOption,
  choices: isOption,
  yes_no: (value) => (typeof value === 'boolean' ? { ask: 'yes', is: value } : null),
  person: (value) => (typeof value === 'string' ? { ask: 'person', is: value as PersonId } : null), // one that is unknown is found nowhere
}

type Bound = { test: 'before' | 'after'; value: Value; today: Temporal.PlainDate }
function bound(kind: FieldKind, { test, value, today }: Bound): Asked | null {
  const ends = <Side>(side: Side) => (test === 'after' ? { from: side, until: null } : { from: null, until: side })
  if (kind === 'number') return typeof value === 'number' ? { ask: 'number', ...ends(value) } : null
  if (kind === 'date') {
    const day = typeof value === 'string' ? dayOf(value, today) : null
    return day === null ? null : { ask: 'date', ...ends(day) }
  }
  if (kind !== 'money') return null
  const money = moneyShape.safeParse(value)
  return money.success ? { ask: 'money', ...ends(money.data.cents), currency: money.data.currency } : null
}

function dayOf(text: string, today: Temporal.PlainDate): string | null {
  const relative = RELATIVE_DAY.exec(text)
  if (relative) return today.add({ days: Number(`${relative[1] ?? '+'}${relative[2] ?? '0'}`) }).toString()
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}
