// What goes together in a field: a choice has options, a date reminds, a field of cases is asked at closing.
import type { Field } from '../contract/field.ts'
import type { FieldKind, FieldSubject } from '../contract/words.ts'

type Asked = {
  subject: FieldSubject
  kind: FieldKind
  options: readonly { name: { fr: string; en: string } }[]
  required_at_closing: boolean
  reasons: readonly unknown[]
  remind: unknown
}
export type Misshapen = 'options_needed' | 'options_refused' | 'remind_refused' | 'cases_only'

/** What does not go together in a field, or null. */
export function misshapen({ subject, kind, options, required_at_closing, reasons, remind }: Asked): Misshapen | null {
  const chooses = kind === 'choice' || kind === 'choices'
  if (chooses && options.length === 0) return 'options_needed'
  if (!chooses && options.length > 0) return 'options_refused'
  if (remind !== null && kind !== 'date') return 'remind_refused'
  if (subject !== 'case' && (required_at_closing || reasons.length > 0)) return 'cases_only'
  return null
}

/** Does a name stand twice among options, in either language? */
export function namedTwice(options: readonly { name: { fr: string; en: string } }[]): boolean {
  const twice = (names: readonly string[]) => new Set(names.map((name) => name.trim().toLowerCase())).size < names.length
  return twice(options.map(({ name }) => name.fr)) || twice(options.map(({ name }) => name.en))
}

type Body = Pick<Field, 'kind' | 'name' | 'help' | 'group' | 'currency' | 'required_at_closing' | 'remind'>
/** The columns of a field. */
export const bodyOf = ({ kind, name, help, group, currency, required_at_closing, remind }: Body) => ({
  name_fr: name.fr, name_en: name.en, help_fr: help.fr, help_en: help.en, group_fr: group.fr, group_en: group.en,
  currency: kind === 'money' ? currency : null, required_at_closing,
  remind_working_days: remind?.working_days ?? null, remind_way: remind?.way ?? null, remind_what_fr: remind?.what.fr ?? null, remind_what_en: remind?.what.en ?? null,
}) // prettier-ignore
