// What somebody filled in, held against the kind of its field. Pure: whether a person is still here is asked elsewhere.
import type { Refusal, PersonId } from '#base/contract'
import type { Field } from '../contract/field.ts'
import {
  notChoice, notChoices, notDate, notLink, notLongText, notMoney, notNumber, notPerson, notText, notYesNo,
} from '../contract/refusals.ts' // prettier-ignore
import { moneyShape, type Money, type Value } from '../contract/value.ts'
import {
  LARGEST_NUMBER,
  LONGEST_LINK,
  LONGEST_LONG_TEXT,
  LONGEST_TEXT,
  type FieldKind,
  type Label,
  type OptionId,
} from '../contract/words.ts'

export type Kept =
  | { kind: 'words'; words: string }
  | { kind: 'number'; number: number }
  | { kind: 'money'; money: Money }
  | { kind: 'date'; date: string }
  | { kind: 'option'; option: OptionId }
  | { kind: 'chosen'; chosen: readonly OptionId[] }
  | { kind: 'yes'; yes: boolean }
  | { kind: 'person'; person: PersonId }

export type Read = { kept: Kept } | { wrong: Refusal<{ field: Label }> }
type Asked = Pick<Field, 'kind' | 'options' | 'currency'>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A value as it is kept, or the refusal that says what to write instead. Texts are trimmed; a link without a scheme is taken for https.
 * Options: only those still offered, or among `before` (what was chosen and then retired may stay).
 */
export function readValue(field: Asked, given: Value, before: readonly string[] = []): Read {
  return readers[field.kind](given, field, before)
}

type Reader = (given: Value, field: Asked, before: readonly string[]) => Read
const readers: Readonly<Record<FieldKind, Reader>> = {
  text: (given) => words(given, { most: LONGEST_TEXT, lines: false }) ?? { wrong: notText },
  long_text: (given) => words(given, { most: LONGEST_LONG_TEXT, lines: true }) ?? { wrong: notLongText },
  link: (given) => link(given) ?? { wrong: notLink },
  number: (given) => (isNumber(given) ? { kept: { kind: 'number', number: given } } : { wrong: notNumber }),
  money: (given) => money(given) ?? { wrong: notMoney },
  date: (given) => date(given) ?? { wrong: notDate },
  choice: (given, field, before) => choice(given, field, before) ?? { wrong: notChoice },
  choices: (given, field, before) => choices(given, field, before) ?? { wrong: notChoices },
  yes_no: (given) => (typeof given === 'boolean' ? { kept: { kind: 'yes', yes: given } } : { wrong: notYesNo }),
  person: (given) => (typeof given === 'string' && UUID.test(given) ? { kept: { kind: 'person', person: given as PersonId } } : { wrong: notPerson }), // looked up by whoever keeps it
} // prettier-ignore

function words(given: Value, { most, lines }: { most: number; lines: boolean }): Read | null {
  if (typeof given !== 'string') return null
  const text = given.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  const fits = text.length >= 1 && text.length <= most && (lines || !text.includes('\n'))
  return fits ? { kept: { kind: 'words', words: text } } : null
}

function link(given: Value): Read | null {
  if (typeof given !== 'string') return null
  const text = given.trim()
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+\.[^/]+:\d/.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname.includes('.')) return null
  return url.href.length <= LONGEST_LINK && !/\s/.test(url.href) ? { kept: { kind: 'words', words: url.href } } : null
}

// numeric(21, 6): six decimals at most, and few enough digits before them to be exact in JSON.
function isNumber(given: Value): given is number {
  if (typeof given !== 'number' || !Number.isFinite(given) || Math.abs(given) >= LARGEST_NUMBER) return false
  return Math.abs(given - Number(given.toFixed(6))) < Number.EPSILON * Math.max(1, Math.abs(given))
}

function money(given: Value): Read | null {
  const read = moneyShape.safeParse(given)
  return read.success && isCurrency(read.data.currency) ? { kept: { kind: 'money', money: read.data } } : null
}

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

function date(given: Value): Read | null {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return null
  const year = Number(given.slice(0, 4))
  return year >= 1900 && year <= 2199 && isDay(given) ? { kept: { kind: 'date', date: given } } : null
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false // 30 February
  }
}

const offered = (field: Asked, before: readonly string[]) =>
  field.options.filter(({ id, retired }) => !retired || before.includes(id)).map(({ id }) => id)

function choice(given: Value, field: Asked, before: readonly string[]): Read | null {
  const option = offered(field, before).find((id) => id === given)
  return option ? { kept: { kind: 'option', option } } : null
}

function choices(given: Value, field: Asked, before: readonly string[]): Read | null {
  if (!Array.isArray(given) || given.length === 0 || new Set(given).size !== given.length) return null
  const chosen = offered(field, before).filter((id) => given.includes(id)) // in the order they are offered
  return chosen.length === given.length ? { kept: { kind: 'chosen', chosen } } : null
}
