// The window of brands: brands, their entry points, and whose turn it is at each.
import { z } from 'zod'
import {
  endpoint,
  event,
  id,
  instant,
  nothing,
  pageInput,
  pageOf,
  refusal,
  type Id,
  type PersonId,
  type TenantId,
} from '#base/contract'
import type { CalendarId } from '#calendars/contract'

export type BrandId = Id<'brand'>
export type EntryPointId = Id<'entry_point'>
export type { CalendarId }
export type DutyTurnId = Id<'duty_turn'>

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
export const entryPointKinds = ['email', 'form', 'chat', 'phone', 'sms', 'social', 'letter', 'visit', 'video'] as const
export type EntryPointKind = (typeof entryPointKinds)[number]

const brandId = () => id<'brand'>()
const entryPointId = () => id<'entry_point'>()
const person = () => id<'person'>()
const page = { ...pageInput, cursor: z.uuid().optional() } // the last one shown
const version = () => z.coerce.number().int().positive()
const name = () => z.string().trim().min(1).max(200)
const colour = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/)
const zone = () => z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Paris')

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const brandShape = z.object({
  id: brandId(),
  name: z.string(),
  language: z.enum(languages),
  colour: z.string(),
  signature: z.string(), // plain text, under every reply
  closed_at: instant().nullable(),
  version: version(),
})
export type Brand = {
  id: BrandId
  name: string
  language: Language
  colour: string
  signature: string
  closed_at: Temporal.Instant | null
  version: number
}

export const entryPointShape = z.object({
  id: entryPointId(),
  brand_id: brandId(),
  kind: z.enum(entryPointKinds),
  name: z.string(),
  address: z.string().nullable(),
  accepts_any: z.boolean(),
  calendar_id: id<'calendar'>().nullable(),
  duty_person_id: person(),
  zone: z.string(),
  closed_at: instant().nullable(),
  version: version(),
})
export type EntryPoint = {
  id: EntryPointId
  brand_id: BrandId
  kind: EntryPointKind
  name: string
  address: string | null
  accepts_any: boolean
  calendar_id: CalendarId | null
  duty_person_id: PersonId
  zone: string
  closed_at: Temporal.Instant | null
  version: number
}
export type FoundEntryPoint = { tenant: TenantId; entryPoint: EntryPointId; address: string }

const newBrand = z.object({
  name: name(),
  language: z.enum(languages).default('fr'),
  colour: colour().default('#3b5bdb'),
  signature: z.string().max(4_000).default(''),
})
export type NewBrand = z.input<typeof newBrand>
const brandEdit = z.object({
  id: brandId(), version: version(), name: name().optional(), language: z.enum(languages).optional(), colour: colour().optional(),
  signature: z.string().max(4_000).optional(),
}) // prettier-ignore
export type BrandEdit = z.output<typeof brandEdit>

const newEntryPoint = z.object({
  brand_id: brandId(),
  kind: z.enum(entryPointKinds),
  name: name(),
  address: z.string().trim().min(1).max(320).nullable().default(null),
  accepts_any: z.boolean().default(false),
  calendar_id: id<'calendar'>().nullable().default(null),
  duty_person_id: person(),
  zone: zone().default('Europe/Paris'),
})
export type NewEntryPoint = Pick<EntryPoint, 'brand_id' | 'kind' | 'name' | 'duty_person_id'> &
  Partial<Pick<EntryPoint, 'address' | 'accepts_any' | 'calendar_id' | 'zone'>>
const entryPointEdit = z.object({
  id: entryPointId(), version: version(), name: name().optional(), address: z.string().trim().min(1).max(320).nullable().optional(),
  accepts_any: z.boolean().optional(), calendar_id: id<'calendar'>().nullable().optional(), duty_person_id: person().optional(), zone: zone().optional(),
}) // prettier-ignore
export type EntryPointEdit = z.output<typeof entryPointEdit>

const weekly = z
  .object({
    weekday: z.number().int().min(1).max(7),
    starts_minute: z.number().int().min(0).max(1439),
    ends_minute: z.number().int().min(1).max(2879),
  })
  .refine(
    ({ starts_minute, ends_minute }) => ends_minute > starts_minute && ends_minute <= starts_minute + 1440,
    'must end within a day after it begins',
  )
const once = z
  .object({ starts_at: instant(), ends_at: instant() })
  .refine(({ starts_at, ends_at }) => Date.parse(ends_at) > Date.parse(starts_at), 'must end after it begins')
const newDutyTurn = z.object({ entry_point: entryPointId(), person: person(), when: z.union([weekly, once]) })
export type NewDutyTurn = z.output<typeof newDutyTurn>
export const dutyTurnShape = z.object({ id: id<'duty_turn'>(), person_id: person(), when: z.union([weekly, once]) })
export type DutyTurn = z.infer<typeof dutyTurnShape>

const made = <Name extends string>() => z.object({ id: id<Name>(), version: version() })
const changed = z.object({ version: version() })

export const listBrands = endpoint({
  method: 'GET', path: '/api/v1/brands', permission: 'brand.read', summary: 'The brands, oldest first', input: z.object(page), output: pageOf(brandShape),
}) // prettier-ignore
export const addBrand = endpoint({
  method: 'POST', path: '/api/v1/brands', permission: 'brand.manage', summary: 'Make a brand', input: newBrand, output: made<'brand'>(),
}) // prettier-ignore
export const editBrand = endpoint({
  method: 'PATCH', path: '/api/v1/brands/:id', permission: 'brand.manage', summary: 'Change a brand', input: brandEdit, output: changed,
}) // prettier-ignore
export const closeBrand = endpoint({
  method: 'DELETE', path: '/api/v1/brands/:id', permission: 'brand.manage', summary: 'Close a brand that has no open door left',
  input: z.object({ id: brandId() }), output: nothing,
}) // prettier-ignore
export const listEntryPoints = endpoint({
  method: 'GET', path: '/api/v1/entry-points', permission: 'brand.read', summary: 'The open entry points, oldest first',
  input: z.object({ ...page, brand: brandId().optional(), kind: z.enum(entryPointKinds).optional() }), output: pageOf(entryPointShape),
}) // prettier-ignore
export const addEntryPoint = endpoint({
  method: 'POST', path: '/api/v1/entry-points', permission: 'brand.manage', summary: 'Open a door: a mailbox, a form, a number …',
  input: newEntryPoint, output: made<'entry_point'>(),
}) // prettier-ignore
export const editEntryPoint = endpoint({
  method: 'PATCH', path: '/api/v1/entry-points/:id', permission: 'brand.manage', summary: 'Change an entry point', input: entryPointEdit, output: changed,
}) // prettier-ignore
export const closeEntryPoint = endpoint({
  method: 'DELETE', path: '/api/v1/entry-points/:id', permission: 'brand.manage', summary: 'Close an entry point',
  input: z.object({ id: entryPointId() }), output: nothing,
}) // prettier-ignore
export const listDuty = endpoint({
  method: 'GET', path: '/api/v1/entry-points/:entry_point/duty', permission: 'brand.read', summary: 'Whose turn it is, when',
  input: z.object({ ...page, entry_point: entryPointId() }), output: pageOf(dutyTurnShape),
}) // prettier-ignore
export const addDutyTurn = endpoint({
  method: 'POST', path: '/api/v1/entry-points/:entry_point/duty', permission: 'brand.manage', summary: 'Give somebody a turn, every week or once',
  input: newDutyTurn, output: z.object({ id: id<'duty_turn'>() }),
}) // prettier-ignore
export const dropDutyTurn = endpoint({
  method: 'DELETE', path: '/api/v1/entry-points/:entry_point/duty/:id', permission: 'brand.manage', summary: 'Take a turn away',
  input: z.object({ entry_point: entryPointId(), id: id<'duty_turn'>() }), output: nothing,
}) // prettier-ignore

// ── first run ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export type FirstRun = { needed: boolean }
const firstAnswers = z.object({
  person: name(),
  email: z.string().trim().max(254).pipe(z.email()),
  centre: name(),
  colour: colour(),
  language: z.enum(languages),
  address: z.string().trim().min(1).max(320),
})
export type FirstAnswers = z.output<typeof firstAnswers>
export const getFirstRun = endpoint({
  method: 'GET', path: '/api/v1/first-run', permission: 'signed-in', summary: 'Are the first three questions still to be answered by me?',
  input: nothing, output: z.object({ needed: z.boolean() }),
}) // prettier-ignore
export const putFirstRun = endpoint({
  method: 'PUT', path: '/api/v1/first-run', permission: 'tenant.manage', summary: 'Answer the first three questions: who I am, the centre, where customers write',
  input: firstAnswers, output: z.object({ entry_point: z.string(), address: z.string() }),
}) // prettier-ignore

export const brandChanged = event('brands.brand_changed', z.object({ brand: brandId() }))
export const entryPointOpened = event(
  'brands.entry_point_opened',
  z.object({ entry_point: entryPointId(), brand: brandId(), kind: z.enum(entryPointKinds) }),
)
export const entryPointChanged = event('brands.entry_point_changed', z.object({ entry_point: entryPointId() }))
export const entryPointClosed = event('brands.entry_point_closed', z.object({ entry_point: entryPointId() }))
export const dutyChanged = event('brands.duty_changed', z.object({ entry_point: entryPointId() }))

export const nameTaken = refusal('brands.name_taken', 409, {
  fr: 'Une autre marque porte déjà ce nom. Choisissez-en un autre.',
  en: 'Another brand already has this name. Choose another.',
})
export const addressTaken = refusal('brands.address_taken', 409, {
  fr: 'Cette adresse mène déjà à une autre porte. Choisissez-en une autre, ou fermez d’abord celle-là.',
  en: 'This address already leads to another door. Choose another, or close that door first.',
})
export const addressInvalid = refusal('brands.address_invalid', 422, {
  fr: 'Ceci n’est pas une adresse de courriel. Écrivez-la comme contact@exemple.fr.',
  en: 'This is not a mail address. Write it like contact@example.org.',
})
export const addressNeeded = refusal('brands.address_needed', 422, {
  fr: 'Une boîte de courriel a besoin de son adresse. Indiquez-la.',
  en: 'A mailbox needs its address. Give it.',
})
export const oneCatchAll = refusal('brands.one_catch_all', 409, {
  fr: 'Une seule porte de toute l’installation peut accepter n’importe quelle adresse, et c’est une boîte de courriel. Une autre le fait déjà, ou celle-ci n’en est pas une.',
  en: 'Only one door of the whole installation may accept any address, and it is a mailbox. Another already does, or this is not one.',
})
export const dutyPersonGone = refusal('brands.duty_person_gone', 409, {
  fr: 'Cette personne n’est pas, ou n’est plus, dans l’équipe. Confiez la porte à quelqu’un d’actif.',
  en: 'This person is not, or no longer, of the staff. Give the door to somebody active.',
})
export const doorsOpen = refusal<{ entry_points: number }>('brands.doors_open', 409, {
  fr: 'Cette marque a encore des portes ouvertes. Fermez-les d’abord.',
  en: 'This brand still has open doors. Close them first.',
})
export const refusals = [nameTaken, addressTaken, addressInvalid, addressNeeded, oneCatchAll, dutyPersonGone, doorsOpen]
