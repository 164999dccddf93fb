// A row of the database as a kept value, and back.
import type { Kept } from './read-value.ts'
import type { OptionId } from '../contract/words.ts'
import type { PersonId } from '#base/contract'

type Columns = {
  words: string | null
  number: number | null
  cents: number | null
  currency: string | null
  date: { toString(): string } | null
  option_id: OptionId | null
  chosen: readonly OptionId[]
  yes: boolean | null
  person_id: PersonId | null
}

/** What stands in a row; null when it was emptied. */
export function keptOf(row: Columns | undefined): Kept | null {
  if (!row) return null
  if (row.words !== null) return { kind: 'words', words: row.words }
  if (row.number !== null) return { kind: 'number', number: row.number }
  if (row.cents !== null && row.currency !== null) return { kind: 'money', money: { cents: row.cents, currency: row.currency } }
  if (row.date !== null) return { kind: 'date', date: row.date.toString() }
  if (row.option_id !== null) return { kind: 'option', option: row.option_id }
  if (row.chosen.length > 0) return { kind: 'chosen', chosen: row.chosen }
  if (row.yes !== null) return { kind: 'yes', yes: row.yes }
  return row.person_id === null ? null : { kind: 'person', person: row.person_id }
}

const NONE = {
  words: null,
  number: null,
  cents: null,
  currency: null,
  date: null,
  option_id: null,
  chosen: null,
  yes: null,
  person_id: null,
}
type Written = {
  words: string | null
  number: number | null
  cents: number | null
  currency: string | null
  date: string | null
  option_id: OptionId | null
  chosen: number | null
  yes: boolean | null
  person_id: PersonId | null
}

/** The columns of a kept value; of nothing, none is filled. */
export function columnsOf(kept: Kept | null): Written {
  switch (kept?.kind) {
    case undefined:
      return NONE
    case 'words':
      return { ...NONE, words: kept.words }
    case 'number':
      return { ...NONE, number: kept.number }
    case 'money':
      return { ...NONE, ...kept.money }
    case 'date':
      return { ...NONE, date: kept.date }
    case 'option':
      return { ...NONE, option_id: kept.option }
    case 'chosen':
      return { ...NONE, chosen: kept.chosen.length }
    case 'yes':
      return { ...NONE, yes: kept.yes }
    case 'person':
      return { ...NONE, person_id: kept.person }
  }
}
