// What a shape has to say against what was written, in a sentence that says what to write instead. Pure.
import type { z } from 'zod'
import { schemaAt, type At } from './schema-at.ts'
import type { Trouble } from './troubles.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
type Reading = { shape: z.ZodType; written: unknown }

/** What is wrong with something written, by the shape it should have: at most `most` sentences, each with the path to the field. */
export function sentencesOf(issues: readonly Issue[], reading: Reading, most = 50): Trouble[] {
  return issues.slice(0, most).flatMap((issue) => sentenceOf(issue, reading))
}

function sentenceOf(issue: Issue, reading: Reading, above: Path = []): Trouble[] {
  const at = [...above, ...issue.path]
  if (issue.code === 'invalid_union') return ofUnion(issue.errors, reading, at)
  const value = valueAt(reading.written, at)
  return [{ path: at.map(String).join('.'), message: messageOf(issue, schemaAt(reading.shape, at), value) }]
}

// Of the forms something may have, the one that whoever wrote it most likely meant: whose named fields are there, and that has least against it.
function ofUnion(branches: readonly (readonly Issue[])[], reading: Reading, at: Path): Trouble[] {
  const place = schemaAt(reading.shape, at)
  const isOther = (issue: Issue): boolean => isOtherForm(issue, place)
  const value = valueAt(reading.written, at)
  if (typeof value === 'string' && isNumberIn(value) && branches.some((issues) => issues.some(wantsNumber)))
    return [{ path: at.map(String).join('.'), message: `write ${value.trim()} without quotes instead of ${shown(value)}` }]
  const single = branches.flatMap((issues) => (issues.length === 1 && issues[0]!.path.length === 0 && issues[0]!.code === 'invalid_value' ? issues[0]!.values : [])) // prettier-ignore
  if (single.length >= branches.length && value !== undefined)
    return [{ path: at.map(String).join('.'), message: `write ${single.map(shown).join(' or ')} instead of ${shown(value)}` }]
  const meant = branches.filter((issues) => !issues.some(isOther)).toSorted((a, b) => a.length - b.length)[0]
  if (!meant || meant.length === 0) return [{ path: at.map(String).join('.'), message: forms(place, value) }]
  return meant.flatMap((issue) => sentenceOf(issue, reading, at))
}

const isNumberIn = (written: string): boolean => written.trim() !== '' && Number.isFinite(Number(written))
const wantsNumber = ({ code, path, ...issue }: Issue): boolean =>
  code === 'invalid_type' && path.length === 0 && 'expected' in issue && (issue.expected === 'number' || issue.expected === 'int')

// Another law, or something that is not even of this kind (a number where fields are expected).
const isOtherForm = (issue: Issue, { named }: At): boolean =>
  (issue.code === 'invalid_type' && issue.path.length === 0 && issue.expected !== 'int') || // 2.5 is a number, only not a whole one
  (issue.code === 'invalid_value' &&
    (issue.path.length === 0 || (issue.path.length === 1 && Object.hasOwn(named, String(issue.path[0])))))

function forms({ said, named }: At, value: unknown): string {
  const [field, names = []] = Object.entries(named)[0] ?? []
  const written = field !== undefined && isRecord(value) ? value[field] : undefined
  if (field !== undefined && written !== undefined && !names.some((name) => name === written))
    return noSuch(field, { written, names })
  const what = value === undefined ? 'is missing' : `${shown(value)} cannot be read here`
  return `${what}. Expected: ${said ?? 'another form'}${names.length > 0 ? ` (${names.join(', ')})` : ''}`
}

function noSuch(field: string, { written, names }: { written: unknown; names: readonly string[] }): string {
  const close = typeof written === 'string' ? nearest(written, names) : undefined
  return `there is no ${field} ${shown(written)}${close ? `: did you mean “${close}”?` : ':'} The ${field}s are ${names.join(', ')}`
}

// oxlint-disable-next-line eslint/complexity -- one line for each kind of trouble
function messageOf(issue: Issue, { fields }: At, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `there is no field “${key}” here${near(key, fields)}`).join('; ')
    case 'invalid_type':
      return value === undefined
        ? `is missing: write ${articled(issue.expected)}`
        : `write ${articled(issue.expected)} instead of ${shown(value)}`
    case 'invalid_value':
      return `write ${issue.values.map(shown).join(' or ')} instead of ${shown(value)}`
    case 'too_small':
      return tooSmall(issue, value)
    case 'too_big':
      return tooBig(issue, value)
    case 'invalid_format':
      return `write ${issue.message.startsWith('Invalid') ? formOf(issue) : issue.message.replace(/^write /, '')} instead of ${shown(value)}`
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message
  }
}

// Days and moments by an example: their patterns are for machines.
function formOf({ format, pattern }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (format === 'date') return 'a day such as "2026-11-23"'
  if (format === 'datetime') return 'a moment such as "2026-11-23T08:00:00Z" or "2026-11-23T09:00:00+01:00"'
  return `something of the form ${pattern ?? format}`
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>, value: unknown): string {
  if (!isNumeric(origin)) return `write at most ${maximum} ${things(origin)}`
  return `write ${inclusive === false ? `less than ${maximum}` : `${maximum} or less`} instead of ${shown(value)}`
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>, value: unknown): string {
  if (!isNumeric(origin)) return `write at least ${minimum} ${things(origin)}`
  return `write ${inclusive === false ? `more than ${minimum}` : `${minimum} or more`} instead of ${shown(value)}`
}

const isNumeric = (origin: string): boolean => origin === 'number' || origin === 'int'
const things = (origin: string): string => (origin === 'array' ? 'of them' : 'characters')

function near(key: string, fields: readonly string[]): string {
  if (fields.length === 0) return ''
  const close = nearest(key, fields)
  return close ? `: did you mean “${close}”?` : `: write one of ${fields.slice(0, 25).join(', ')}`
}

function nearest(key: string, among: readonly string[]): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const apart = (name: string): number => lettersApart(plain(name), plain(key))
  return among.filter((name) => apart(name) <= 2).toSorted((one, other) => apart(one) - apart(other))[0]
}

// How many letters one has and the other has not.
function lettersApart(one: string, other: string): number {
  const left = Array.from(other)
  let more = 0
  for (const letter of one) {
    const at = left.indexOf(letter)
    if (at < 0) more++
    else left.splice(at, 1)
  }
  return Math.max(more, left.length)
}

const articled = (expected: string): string =>
  expected === 'int' ? 'a whole number' : `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`
const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing').slice(0, 80)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function valueAt(written: unknown, path: Path): unknown {
  let value = written
  for (const step of path) value = isRecord(value) ? value[String(step)] : undefined // lists are records of their places
  return value
}
