// A kept value as one reads it, in both languages.
import type { PersonId } from '#base/contract'
import type { FieldOption } from '../contract/field.ts'
import type { Money, Value } from '../contract/value.ts'
import type { Label } from '../contract/words.ts'
import type { Kept } from './read-value.ts'

export type Names = { options: readonly FieldOption[]; people: ReadonlyMap<PersonId, { name: string }> }
export const NOTHING: Label = { fr: '', en: '' }

/** Names of options and people stand for their ids; numbers, amounts and days are written as each language writes them. */
export function showValue(kept: Kept | null, names: Names): Label {
  if (!kept) return NOTHING
  switch (kept.kind) {
    case 'words':
      return both(kept.words)
    case 'number':
      return inEach((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(kept.number))
    case 'money':
      return inEach((locale) => showMoney(kept.money, locale))
    case 'date':
      return inEach((locale) => showDay(kept.date, locale))
    case 'option':
      return nameOf(names, kept.option)
    case 'chosen':
      return listed(kept.chosen.map((id) => nameOf(names, id)))
    case 'yes':
      return kept.yes ? { fr: 'Oui', en: 'Yes' } : { fr: 'Non', en: 'No' }
    case 'person':
      return both(names.people.get(kept.person)?.name ?? '')
  }
}

/** What the interface carries for a kept value. */
export function valueOf(kept: Kept | null): Value | null {
  if (!kept) return null
  switch (kept.kind) {
    case 'words':
      return kept.words
    case 'number':
      return kept.number
    case 'money':
      return kept.money
    case 'date':
      return kept.date
    case 'option':
      return kept.option
    case 'chosen':
      return [...kept.chosen]
    case 'yes':
      return kept.yes
    case 'person':
      return kept.person
  }
}

/** The smallest units of a currency that make one of it: 100 for the euro, 1 for the yen (ISO 4217). */
export const unitsOf = (currency: string): number =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)

const showMoney = ({ cents, currency }: Money, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / unitsOf(currency))

export const showDay = (day: string, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' })

const both = (text: string): Label => ({ fr: text, en: text })
const inEach = (write: (locale: string) => string): Label => ({ fr: write('fr-FR'), en: write('en-GB') })
const listed = (names: readonly Label[]): Label => ({
  fr: names.map(({ fr }) => fr).join(', '),
  en: names.map(({ en }) => en).join(', '),
})
const nameOf = ({ options }: Names, id: string): Label => options.find((each) => each.id === id)?.name ?? NOTHING
