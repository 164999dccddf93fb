// What was filled in, by whom, and what it was before.
import { z } from 'zod'
import { endpoint, instant, pageInput, pageOf } from '#base/contract'
import { currencyShape, fieldShape } from './field.ts'
import { fieldId, fieldSubjects, namedShape, type OptionId } from './words.ts'

export const moneyShape = z.object({ cents: z.number().int().safe(), currency: currencyShape })
export type Money = z.infer<typeof moneyShape>

// By the kind of the field: text, long_text, link: a string · number: a number · money: {cents, currency} · date: '2026-03-31' ·
// choice: an option's id · choices: ids of options · yes_no: true or false · person: the id of a person. Null: nothing.
export const valueShape = z.union([z.string(), z.number(), z.boolean(), moneyShape, z.array(z.string()).max(100)])
export type Value = z.infer<typeof valueShape>

export const filledShape = z.object({
  field: fieldShape,
  value: valueShape.nullable(),
  shown: z.object({ fr: z.string(), en: z.string() }), // as one reads it: names of options and people; '' when nothing
  version: z.number().int(), // 0: never filled in
  set_at: instant().nullable(),
  set_by: namedShape.nullable(), // null: a program of ours
  remind_at: instant().nullable(), // when its date speaks up
  reminded_at: instant().nullable(),
  needed: z.boolean(), // asked before this case is closed, and still empty
})
export type Filled = z.infer<typeof filledShape>

export const changeShape = z.object({
  id: z.uuid(),
  field: z.object({ id: fieldId(), name: z.object({ fr: z.string(), en: z.string() }), kind: z.string() }),
  before: z.object({ fr: z.string(), en: z.string() }), // as it read then
  after: z.object({ fr: z.string(), en: z.string() }),
  at: instant(),
  by: namedShape.nullable(),
})
export type FieldChange = z.infer<typeof changeShape>

const subjectOf = { subject: z.enum(fieldSubjects), of: z.uuid() }
export const listValues = endpoint({
  method: 'GET', path: '/api/v1/field-values', permission: 'signed-in', summary: 'The fields asked of a case, customer, company or project, and what was filled in',
  input: z.object(subjectOf), output: z.object({ items: z.array(filledShape), may_edit: z.boolean() }),
}) // prettier-ignore
export const putValue = endpoint({
  method: 'PUT', path: '/api/v1/fields/:field/values/:of', permission: 'signed-in',
  summary: 'Fill a field in, or empty it with null; with `version` (0: it was empty), refused when somebody changed it meanwhile',
  input: z.object({ field: fieldId(), of: z.uuid(), value: valueShape.nullable(), version: z.coerce.number().int().min(0).optional() }),
  output: filledShape,
}) // prettier-ignore
export const listChanges = endpoint({
  method: 'GET', path: '/api/v1/field-changes', permission: 'signed-in', summary: 'Who changed what, the latest first; of one field or of all',
  input: z.object({ ...subjectOf, field: fieldId().optional(), ...pageInput }), output: pageOf(changeShape),
}) // prettier-ignore

// is: just this (of choices: chosen among them) · before, after: of dates, numbers and money, the bound included · contains: words in a text
// filled, empty: anything, nothing
export const conditionShape = z.object({
  field: fieldId(),
  test: z.enum(['is', 'before', 'after', 'contains', 'filled', 'empty']),
  value: valueShape.nullable().default(null),
})
export type Condition = z.infer<typeof conditionShape>
export const MOST_CONDITIONS = 6

export const foundShape = z.object({ of: z.uuid(), name: z.string(), shown: z.object({ fr: z.string(), en: z.string() }) })
export const listFound = endpoint({
  method: 'GET', path: '/api/v1/fields/:field/values', permission: 'signed-in', summary: 'What has such a value: cases, customers, companies or projects',
  input: z.object({
    field: fieldId(), test: z.enum(['is', 'before', 'after', 'contains', 'filled']).default('filled'),
    value: z.string().max(500).default(''), // as one would type it: true, 12.5, 2026-03-31, an id
    ...pageInput,
  }),
  output: pageOf(foundShape),
}) // prettier-ignore

export type Chosen = readonly OptionId[]
