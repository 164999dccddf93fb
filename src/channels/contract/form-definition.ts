// What a form is made of, as its editor keeps it and its page is drawn from it. Texts are always in both languages; a form that speaks only
// one may leave the other empty.
import { z } from 'zod'

export const MOST_FIELDS = 60
export const MOST_OPTIONS = 200
export const MOST_ORIGINS = 20
export const MOST_FILES = 10
export const MOST_FILE_BYTES = 10_000_000
export const MOST_FORM_BYTES = 25_000_000 // all that one submission may weigh
export const MOST_TEXT = 20_000 // characters of one answer

export const formLanguages = ['fr', 'en'] as const
export type FormLanguage = (typeof formLanguages)[number]

const both = (most: number) => z.object({ fr: z.string().trim().max(most), en: z.string().trim().max(most) })
export type Both = { fr: string; en: string }

export const fieldIdShape = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'begins with a letter; small letters, digits and _')
const conditionShape = z.object({
  field: fieldIdShape,
  test: z.enum(['is', 'contains', 'answered']),
  value: z.string().max(300).default(''), // of a choice: the id of an option
})
export type Condition = z.output<typeof conditionShape>
const showShape = z.object({ when: z.enum(['all', 'any']), conditions: z.array(conditionShape).min(1).max(10) })
export type Show = z.output<typeof showShape>

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
  .default(null)
const common = {
  id: fieldIdShape,
  label: both(300),
  help: both(1_000).default({ fr: '', en: '' }),
  required: z.boolean().default(false),
  show: showShape.nullable().default(null), // null: always
}
const options = z
  .array(z.object({ id: fieldIdShape, label: both(300) }))
  .max(MOST_OPTIONS)
  .default([])
const number = z.number().min(-1e12).max(1e12).nullable().default(null)

export const fieldShape = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('short'), max_length: z.number().int().min(1).max(500).default(200) }),
  z.object({ ...common, kind: z.literal('long'), max_length: z.number().int().min(1).max(MOST_TEXT).default(5_000) }),
  z.object({ ...common, kind: z.literal('email') }),
  z.object({ ...common, kind: z.literal('phone') }),
  z.object({ ...common, kind: z.literal('one'), options }),
  z.object({
    ...common,
    kind: z.literal('many'),
    options,
    most: z.number().int().min(1).max(MOST_OPTIONS).nullable().default(null),
  }),
  z.object({ ...common, kind: z.literal('date'), earliest: day, latest: day }),
  z.object({ ...common, kind: z.literal('number'), min: number, max: number, whole: z.boolean().default(false) }),
  z.object({
    ...common,
    kind: z.literal('file'),
    most_files: z.number().int().min(1).max(MOST_FILES).default(3),
    most_bytes: z.number().int().min(1_000).max(MOST_FILE_BYTES).default(MOST_FILE_BYTES),
    accepts: z.enum(['pictures', 'documents', 'both']).default('both'),
  }),
  z.object({ ...common, kind: z.literal('consent'), text: both(4_000), text_version: z.string().trim().max(60).default('') }),
  z.object({ ...common, kind: z.literal('explanation'), text: both(4_000) }),
])
export type Field = z.output<typeof fieldShape>
export type FieldKind = Field['kind']
export const fieldKinds: readonly FieldKind[] = [
  'short', 'long', 'email', 'phone', 'one', 'many', 'date', 'number', 'file', 'consent', 'explanation',
] // prettier-ignore

/** An origin that may show a form in a frame: scheme, host and port, nothing more. Null when it is none. */
export function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, origin } = new URL(text)
  return /^https?:$/.test(protocol) && hostname !== '' && !hostname.includes('*') ? origin : null
}
const origin = z
  .string()
  .trim()
  .max(300)
  .refine((text) => originOf(text) !== null, 'must be an origin, such as https://www.example.org')

export const definitionShape = z.object({
  title: both(200),
  intro: both(2_000).default({ fr: '', en: '' }),
  languages: z.array(z.enum(formLanguages)).min(1).max(2).default(['fr', 'en']),
  fields: z.array(fieldShape).max(MOST_FIELDS),
  subject: both(300).default({ fr: '', en: '' }), // "{objet} – {nom}": answers by the id of their field
  sender: z
    .object({ name: fieldIdShape.nullable(), email: fieldIdShape.nullable(), phone: fieldIdShape.nullable() })
    .default({ name: null, email: null, phone: null }), // which field says who writes
  reason_id: z.uuid().nullable().default(null),
  button: both(60).default({ fr: 'Envoyer', en: 'Send' }),
  thanks: both(2_000).default({ fr: '', en: '' }),
  origins: z.array(origin).max(MOST_ORIGINS).default([]),
})
export type Definition = z.output<typeof definitionShape>
export type DefinitionGiven = z.input<typeof definitionShape>

// What was answered: for each field its values, as they were typed or chosen; of a file its name, of a consent 'yes'.
export type Answers = Readonly<Record<string, readonly string[]>>
export const inLanguage = (text: Both, language: FormLanguage): string => text[language] || text.fr || text.en
