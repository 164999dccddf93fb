// A field as it is being written, and what is sent of it.
import type { Field, FieldKind, FieldSubject, NewField, OptionColour, OptionId, RemindWay } from '../../contract.ts'

export type Drafted = {
  kind: FieldKind
  fr: string
  en: string
  help: string
  group: string
  options: string // one a line
  currency: string
  required: boolean
  reasons: readonly string[]
  reminds: boolean
  days: number
  way: RemindWay
  what: string
}

const FRESH: Drafted = {
  kind: 'text', fr: '', en: '', help: '', group: '', options: '', currency: 'EUR', required: false, reasons: [], reminds: false, days: 20, way: 'tell', what: '',
} // prettier-ignore

export function draftOf(field: Field | null, spoken: 'fr' | 'en'): Drafted {
  if (!field) return FRESH
  const { kind, name, help, group, options, currency, required_at_closing, reasons, remind } = field
  return {
    kind, fr: name.fr, en: name.en === name.fr ? '' : name.en, help: help[spoken], group: group[spoken], currency: currency ?? FRESH.currency,
    options: options.filter(({ retired }) => !retired).map((option) => option.name[spoken]).join('\n'), required: required_at_closing, reasons,
    ...(remind ? { reminds: true, days: remind.working_days, way: remind.way, what: remind.what[spoken] } : { reminds: false, days: FRESH.days, way: FRESH.way, what: '' }),
  } // prettier-ignore
}

export const chooses = (kind: FieldKind): boolean => kind === 'choice' || kind === 'choices'

type Option = { id?: OptionId; name: { fr: string; en: string }; colour: OptionColour }
type Body = Omit<NewField, 'options' | 'subject' | 'kind'> & { options: Option[] }

/** What was written in one language stands for both, unless the other says something of its own already. */
export function bodyOf(
  draft: Drafted,
  { field, subject, spoken }: { field: Field | null; subject: FieldSubject; spoken: 'fr' | 'en' },
): Body {
  const both = (text: string, before?: { fr: string; en: string }) => {
    const other = spoken === 'fr' ? 'en' : 'fr'
    const kept = before && before[spoken] === text ? before[other] : text
    return spoken === 'fr' ? { fr: text, en: kept } : { fr: kept, en: text }
  }
  const [fr, en] = [draft.fr.trim() || draft.en.trim(), draft.en.trim() || draft.fr.trim()]
  const known = (name: string) => field?.options.find((option) => option.name[spoken] === name)
  const names = [...new Set(draft.options.split('\n').map((line) => line.trim()))].filter(Boolean)
  const remind = draft.kind === 'date' && draft.reminds ? { working_days: draft.days, way: draft.way, what: both(draft.what.trim(), field?.remind?.what) } : null // prettier-ignore
  return {
    name: { fr, en },
    help: both(draft.help.trim(), field?.help),
    group: both(draft.group.trim(), field?.group),
    currency: draft.kind === 'money' ? draft.currency.trim().toUpperCase() : null,
    required_at_closing: subject === 'case' && draft.required,
    reasons: subject === 'case' ? ([...draft.reasons] as Body['reasons']) : [], // ids of reasons, chosen among them
    remind,
    options: chooses(draft.kind) ? names.map((name) => optionOf(name, { before: known(name), both })) : [],
  }
}

type Knowing = { before: Field['options'][number] | undefined; both: (text: string) => { fr: string; en: string } }
const optionOf = (name: string, { before, both }: Knowing): Option =>
  before ? { id: before.id, name: before.name, colour: before.colour } : { name: both(name), colour: 'neutral' }
