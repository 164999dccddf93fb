// Are these answers those of this form? Pure. What is hidden by its conditions is neither required nor kept.
import { shownFields, valuesOf, type Answers, type Field } from '../../contract/form.ts'
import { wrong, type Wrong } from './wrong.ts'

export type Checked = { kept: Record<string, string[]>; wrong: Wrong[] }
type Sent = { fields: readonly Field[]; answers: Answers }

const EMAIL = /^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()[\]\\,;:"@]+\.[^\p{Cc}\s<>()[\]\\,;:"@.]{2,}$/u
const PHONE = /^[+(]?[\d\s().\-/]{5,30}$/

/** `kept`: the answers of the fields shown, trimmed, without empty ones; `wrong`: what is to be corrected, in the order of the form. */
export function checkAnswers({ fields, answers }: Sent): Checked {
  const shown = shownFields(fields, answers)
  const kept: Record<string, string[]> = {}
  const found: Wrong[] = strangers(fields, answers)
  for (const field of fields) {
    if (!shown.has(field.id) || field.kind === 'explanation') continue
    const values = valuesOf(answers, field.id).map((value) => plain(field, value))
    const why = wrongIn(field, values)
    if (why) found.push(why)
    else if (values.length > 0) kept[field.id] = values
  }
  return { kept, wrong: found }
}

// Nobody's browser sends what the form does not ask: somebody made it up.
const strangers = (fields: readonly Field[], answers: Answers): Wrong[] =>
  Object.keys(answers)
    .filter((id) => !fields.some((field) => field.id === id && field.kind !== 'explanation'))
    .slice(0, 5)
    .map((id) => wrong(id.slice(0, 60), 'unasked'))

// A text keeps its lines; a line is one. What cannot be seen and could turn the words around it is taken out.
const UNSEEN = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g
function plain({ kind }: Field, value: string): string {
  const clean = value.replaceAll('\r\n', '\n').replace(UNSEEN, '').replace(CONTROLS, ' ').toWellFormed().trim()
  return kind === 'long' ? clean : clean.replace(/\s+/g, ' ')
}

// oxlint-disable-next-line eslint/complexity -- one line for each kind of field
function wrongIn(field: Field, values: readonly string[]): Wrong | null {
  const [first = ''] = values
  if (values.length === 0) return field.required ? wrong(field.id, missing(field)) : null
  if (field.kind !== 'many' && field.kind !== 'file' && values.length > 1) return wrong(field.id, 'one_only')
  switch (field.kind) {
    case 'short':
    case 'long':
      return first.length > field.max_length ? wrong(field.id, 'too_long', field.max_length) : null
    case 'email':
      return isEmail(first) ? null : wrong(field.id, 'not_email')
    case 'phone':
      return isPhone(first) ? null : wrong(field.id, 'not_phone')
    case 'one':
    case 'many':
      return wrongChoice(field, values)
    case 'date':
      return wrongDate(field, first)
    case 'number':
      return wrongNumber(field, first)
    case 'file':
      return values.length > field.most_files ? wrong(field.id, 'too_many_files', field.most_files) : null
    case 'consent':
      return first === 'yes' ? null : wrong(field.id, 'consent_needed')
    case 'explanation':
      return wrong(field.id, 'unasked')
  }
}

const isEmail = (text: string): boolean => text.length <= 320 && EMAIL.test(text)
const isPhone = (text: string): boolean => PHONE.test(text) && text.replace(/\D/g, '').length >= 5

const missing = ({ kind }: Field) => {
  if (kind === 'consent') return 'consent_needed'
  if (kind === 'file') return 'file_needed'
  return kind === 'one' || kind === 'many' ? 'choice_needed' : 'needed'
}

function wrongChoice(field: Extract<Field, { kind: 'one' | 'many' }>, values: readonly string[]): Wrong | null {
  const known = new Set(field.options.map(({ id }) => id))
  if (new Set(values).size !== values.length || !values.every((value) => known.has(value))) return wrong(field.id, 'not_option')
  return field.kind === 'many' && field.most !== null && values.length > field.most
    ? wrong(field.id, 'too_many', field.most)
    : null
}

function wrongDate(field: Extract<Field, { kind: 'date' }>, value: string): Wrong | null {
  if (!isDay(value)) return wrong(field.id, 'not_date')
  if (field.earliest !== null && value < field.earliest) return wrong(field.id, 'too_early', field.earliest)
  return field.latest !== null && value > field.latest ? wrong(field.id, 'too_late', field.latest) : null
}

function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  if (year === undefined) return false
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) && Number(year) >= 1800
}

// A French comma is a decimal point; spaces part thousands.
function wrongNumber(field: Extract<Field, { kind: 'number' }>, text: string): Wrong | null {
  const value = /^[+-]?\d{1,12}([.,]\d{1,6})?$/.test(text.replace(/\s/g, ''))
    ? Number(text.replace(/\s/g, '').replace(',', '.'))
    : Number.NaN
  if (Number.isNaN(value) || (field.whole && !Number.isInteger(value)))
    return wrong(field.id, field.whole ? 'not_whole' : 'not_number')
  if (field.min !== null && value < field.min) return wrong(field.id, 'too_small', field.min)
  return field.max !== null && value > field.max ? wrong(field.id, 'too_big', field.max) : null
}
