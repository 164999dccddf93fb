// Answers as people read them: the subject of the case, a list, and who says to be writing. Pure.
import { inLanguage, type Answers, type Definition, type Field, type FormLanguage } from '../../contract/form.ts'

export type Listed = { label: string; value: string }
type Read = { definition: Definition; answers: Answers; language: FormLanguage }

/** One line for each field that was answered, in the order of the form. */
export function listing({ definition, answers, language }: Read): Listed[] {
  return definition.fields.flatMap((field) => {
    const values = answers[field.id]
    return values && values.length > 0
      ? [{ label: inLanguage(field.label, language), value: shown(field, values, language) }]
      : []
  })
}

function shown(field: Field, values: readonly string[], language: FormLanguage): string {
  if (field.kind === 'consent') {
    const text = inLanguage(field.text, language)
    return language === 'fr'
      ? `Oui\u202f: «\u202f${text}\u202f» (version ${field.text_version})`
      : `Yes: “${text}” (version ${field.text_version})`
  }
  if (field.kind !== 'one' && field.kind !== 'many') return values.join(', ')
  return values.map((value) => labelOf(field, value, language)).join(', ')
}

const labelOf = (field: Extract<Field, { kind: 'one' | 'many' }>, value: string, language: FormLanguage): string => {
  const option = field.options.find(({ id }) => id === value)
  return option ? inLanguage(option.label, language) : value
}

/** Label and value, a line each; a value of several lines stands below its label. */
export const asText = (lines: readonly Listed[]): string =>
  lines.map(({ label, value }) => (value.includes('\n') ? `${label}\n${value}\n` : `${label} – ${value}`)).join('\n').trim() // prettier-ignore

const MOST_SUBJECT = 200
const MOST_READ = 2_000 // what it is cut from: the ends of a text of twenty thousand take long to trim
/** "{objet} – {nom}" with the answers put in; what was not answered leaves no trace, and an empty subject is the title of the form. */
export function subjectOf({ definition, answers, language }: Read): string {
  const lines = new Map(definition.fields.map((field) => [field.id, field]))
  const written = inLanguage(definition.subject, language).replace(/\{([a-z][a-z0-9_]{0,39})\}/g, (_, id: string) => {
    const field = lines.get(id)
    const values = answers[id]
    return field && values ? shown(field, values, language) : ''
  })
  const tidy = written
    .slice(0, MOST_READ)
    .replace(/\s+/g, ' ')
    .replace(/^[\s–—\-:,·]+|[\s–—\-:,·]+$/g, '')
  return (tidy || inLanguage(definition.title, language)).slice(0, MOST_SUBJECT)
}

export type Claimed = { name: string; email: string; phone: string }
/** Who the answers say is writing. Nobody has proven it. */
export function claimedBy({ sender }: Definition, answers: Answers): Claimed {
  const of = (id: string | null): string => (id === null ? '' : (answers[id]?.[0] ?? ''))
  return { name: of(sender.name).slice(0, 200), email: of(sender.email).slice(0, 320), phone: of(sender.phone).slice(0, 40) }
}
