// The words fields and views are made of.
import { z } from 'zod'
import { id, type Id } from '#base/contract'

export type FieldId = Id<'field'>
export type OptionId = Id<'field_option'>
export type ViewId = Id<'view'>

export const fieldSubjects = ['case', 'customer', 'company', 'project'] as const
export type FieldSubject = (typeof fieldSubjects)[number]

// link: an address on the web, always with its http(s) · person: somebody of ours · money: an amount of one currency
export const fieldKinds = [
  'text', 'long_text', 'number', 'money', 'date', 'choice', 'choices', 'yes_no', 'person', 'link',
] as const // prettier-ignore
export type FieldKind = (typeof fieldKinds)[number]

export const MOST_FIELDS = 60 // of one subject: past that nobody fills them in
export const MOST_OPTIONS = 100
export const LONGEST_TEXT = 500
export const LONGEST_LONG_TEXT = 20_000
export const LONGEST_LINK = 2_000
export const LARGEST_NUMBER = 1e15 // past that a number in JSON is no longer exact
export const MOST_DAYS_BEFORE = 250 // working days: about a year

export const fieldId = () => id<'field'>()
export const optionId = () => id<'field_option'>()
export const viewId = () => id<'view'>()
export const version = () => z.coerce.number().int().positive()

// Said in both languages of the house; whoever fills in one says it for both.
export const label = (most = 120) => z.object({ fr: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
export const remark = (most = 500) => z.object({ fr: z.string().trim().max(most), en: z.string().trim().max(most) })
export type Label = { fr: string; en: string }

export const namedShape = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof namedShape>
