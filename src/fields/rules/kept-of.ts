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

export const columnsOf = (kept: Kept | null) => ({
  words: kept?.kind === 'words' ? kept.words : null,
  number: kept?.kind === 'number' ? kept.number : null,
  cents: kept?.kind === 'money' ? kept.money.cents : null,
  currency: kept?.kind === 'money' ? kept.money.currency : null,
  date: kept?.kind === 'date' ? kept.date : null,
  option_id: kept?.kind === 'option' ? kept.option : null,
  chosen: kept?.kind === 'chosen' ? kept.chosen.length : null,
  yes: kept?.kind === 'yes' ? kept.yes : null,
  person_id: kept?.kind === 'person' ? kept.person : null,
})
