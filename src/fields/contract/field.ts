// A field: what is asked, of whom, and what follows from the answer.
import { z } from 'zod'
import { endpoint, id, instant, nothing } from '#base/contract'
import {
  fieldId, fieldKinds, fieldSubjects, label, MOST_DAYS_BEFORE, MOST_OPTIONS, optionId, remark, version,
} from './words.ts' // prettier-ignore

export const optionColours = ['neutral', 'accent', 'good', 'promise', 'danger'] as const
export type OptionColour = (typeof optionColours)[number]

// A date may speak up before it comes: so many working days before, at the opening of the main door.
// tell: whoever answers for it reads a notice · open: a case is opened in their hands; of a case, a task is asked of them
export const remindWays = ['tell', 'open'] as const
export type RemindWay = (typeof remindWays)[number]
export const remindShape = z.object({
  working_days: z.number().int().min(0).max(MOST_DAYS_BEFORE),
  way: z.enum(remindWays),
  what: remark(200), // "Renew the contract"; empty: the field's own name
})
export type Remind = z.infer<typeof remindShape>

export const optionShape = z.object({
  id: optionId(),
  name: label(),
  colour: z.enum(optionColours),
  retired: z.boolean(),
})
export type FieldOption = z.infer<typeof optionShape>

export const fieldShape = z.object({
  id: fieldId(),
  subject: z.enum(fieldSubjects),
  kind: z.enum(fieldKinds),
  name: label(),
  help: remark(),
  group: remark(120), // fields of one group stand together under its name; empty: under no name
  position: z.number().int(),
  options: z.array(optionShape),
  currency: z.string().nullable(), // of money, when nothing else is said
  required_at_closing: z.boolean(), // of a case: nobody of ours closes it without
  reasons: z.array(id<'reason'>()), // shown for cases of these reasons only; empty: for all
  remind: remindShape.nullable(), // of a date
  retired_at: instant().nullable(),
  version: z.number().int(),
})
export type Field = z.infer<typeof fieldShape>

const newOption = z.object({ name: label(), colour: z.enum(optionColours).default('neutral') })
export const currencyShape = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/) // ISO 4217
const about = {
  name: label(),
  help: remark(),
  group: remark(120),
  currency: currencyShape.nullable(),
  required_at_closing: z.boolean(),
  reasons: z.array(id<'reason'>()).max(100),
  remind: remindShape.nullable(),
}
const newField = z.object({
  subject: z.enum(fieldSubjects),
  kind: z.enum(fieldKinds),
  ...about,
  help: about.help.default({ fr: '', en: '' }),
  group: about.group.default({ fr: '', en: '' }),
  currency: about.currency.default(null),
  required_at_closing: about.required_at_closing.default(false),
  reasons: about.reasons.default([]),
  remind: about.remind.default(null),
  options: z.array(newOption).max(MOST_OPTIONS).default([]),
})
export type NewField = z.output<typeof newField>
// Options that are left out are retired; those without an id are new. What was chosen stays chosen.
const optionEdit = newOption.extend({ id: optionId().optional() })
const fieldEdit = z.object({
  id: fieldId(), version: version(), ...z.object(about).partial().shape, options: z.array(optionEdit).max(MOST_OPTIONS).optional(),
}) // prettier-ignore
export type FieldEdit = z.output<typeof fieldEdit>

export const listFields = endpoint({
  method: 'GET', path: '/api/v1/fields', permission: 'signed-in', summary: 'Own fields in their order; `retired` for those no longer asked',
  input: z.object({ subject: z.enum(fieldSubjects).optional(), retired: z.stringbool().default(false) }),
  output: z.object({ items: z.array(fieldShape) }),
}) // prettier-ignore
export const postField = endpoint({
  method: 'POST', path: '/api/v1/fields', permission: 'field.manage', summary: 'Ask something more of cases, customers, companies or projects',
  input: newField, output: fieldShape,
}) // prettier-ignore
export const patchField = endpoint({
  method: 'PATCH', path: '/api/v1/fields/:id', permission: 'field.manage', summary: 'Change a field; its kind and subject stay what they are',
  input: fieldEdit, output: fieldShape,
}) // prettier-ignore
export const deleteField = endpoint({
  method: 'DELETE', path: '/api/v1/fields/:id', permission: 'field.manage', summary: 'Ask it no longer; every value is kept and can be read',
  input: z.object({ id: fieldId() }), output: nothing,
}) // prettier-ignore
export const putFieldBack = endpoint({
  method: 'PUT', path: '/api/v1/fields/:id/asked', permission: 'field.manage', summary: 'Ask a retired field again, with the values it had',
  input: z.object({ id: fieldId() }), output: fieldShape,
}) // prettier-ignore
export const putFieldOrder = endpoint({
  method: 'PUT', path: '/api/v1/field-order', permission: 'field.manage', summary: 'Put the fields of a subject in an order; those not named come after',
  input: z.object({ subject: z.enum(fieldSubjects), fields: z.array(fieldId()).max(200) }), output: nothing,
}) // prettier-ignore
