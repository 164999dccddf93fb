// Absences: asked and approved, or sudden; part time; and what rests on somebody. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id, type PersonId } from '#base/contract'

export type AbsenceId = Id<'absence'>
export type PartTimeId = Id<'part_time'>

export const absenceReasons = ['leave', 'sickness', 'training', 'part_time', 'other'] as const
export type AbsenceReason = (typeof absenceReasons)[number]
// Only an approved absence makes anybody absent. A sudden one, or one put down by who may approve it, is approved as it is written.
export const absenceStates = ['asked', 'approved', 'declined'] as const
export type AbsenceState = (typeof absenceStates)[number]

const person = () => id<'person'>()
const absence = () => id<'absence'>()
const version = () => z.coerce.number().int().positive()
const page = { ...pageInput, cursor: z.uuid().optional() }
const words = () => z.string().trim().min(1).max(500)
const named = z.object({ id: person(), name: z.string() })

export const absenceShape = z.object({
  id: absence(),
  person_id: person(),
  person_name: z.string(),
  starts_at: instant(),
  ends_at: instant(),
  reason: z.enum(absenceReasons).nullable(), // nobody's business but the person's and the managers'
  deputy_id: person().nullable(),
  state: z.enum(absenceStates),
  sudden: z.boolean(), // from one moment to the next: nobody was asked
  answered_by: named.nullable(),
  answered_at: instant().nullable(),
  because: z.string().nullable(), // why it was declined; to the person and the managers
  may: z.object({ approve: z.boolean(), edit: z.boolean() }),
  version: version(),
})
export type Absence = z.infer<typeof absenceShape>

// For rooms above, without a permission asked: when somebody is away, and who was named to stand in.
export type AbsenceFacts = {
  id: AbsenceId
  person: PersonId
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  deputy: PersonId | null
  state: AbsenceState
  sudden: boolean
  cancelled: boolean
  asked_by: string // an actor
}

const newAbsence = z.object({
  person_id: person(),
  starts_at: instant(),
  ends_at: instant(),
  reason: z.enum(absenceReasons),
  deputy_id: person().nullable().default(null),
})
export type NewAbsence = z.infer<typeof newAbsence>
const absenceEdit = newAbsence
  .omit({ person_id: true })
  .partial()
  .extend({ id: absence(), version: version(), deputy_id: person().nullable().optional() })
export type AbsenceEdit = z.infer<typeof absenceEdit>
const suddenAbsence = z.object({
  person_id: person().optional(), // oneself
  until: instant(),
  reason: z.enum(absenceReasons).default('other'),
  deputy_id: person().nullable().default(null),
})
export type SuddenAbsence = z.infer<typeof suddenAbsence>

// A part of every week in which somebody does not work: minutes of the local day, 0 to 1440.
export const freeTimeShape = z
  .object({
    weekday: z.number().int().min(1).max(7), // 1 is Monday (ISO 8601)
    starts_minute: z.number().int().min(0).max(1439),
    ends_minute: z.number().int().min(1).max(1440),
  })
  .refine((part) => part.starts_minute < part.ends_minute)
export type FreeTime = z.infer<typeof freeTimeShape>
export const partTimeShape = z.object({
  person: person(),
  zone: z.string().max(60),
  from: z.iso.date().nullable(), // null: works every day
  deputy_id: person().nullable(),
  free: z.array(freeTimeShape),
})
export type PartTime = z.infer<typeof partTimeShape>
const newPartTime = partTimeShape.omit({ from: true }).extend({
  from: z.iso.date().optional(), // today
  deputy_id: person().nullable().default(null),
  free: z.array(freeTimeShape).max(28),
})
export type NewPartTime = z.infer<typeof newPartTime>

const answered = z.object({ id: absence(), version: version(), state: z.enum(absenceStates) })

export const listAbsences = endpoint({
  method: 'GET', path: '/api/v1/absences', permission: 'staff.read',
  summary: 'Absences that end after an instant (now), by beginning: asked and approved ones, or those of one state',
  input: z.object({ ...page, person: person().optional(), from: instant().optional(), state: z.enum(absenceStates).optional() }), output: pageOf(absenceShape),
}) // prettier-ignore
export const getAbsence = endpoint({
  method: 'GET', path: '/api/v1/absences/:id', permission: 'staff.read', summary: 'One absence', input: z.object({ id: absence() }), output: absenceShape,
}) // prettier-ignore
export const planAbsence = endpoint({
  method: 'POST', path: '/api/v1/absences', permission: 'signed-in',
  summary: 'Ask for an absence of one’s own, or (who may approve it) put down anybody’s', input: newAbsence, output: answered,
}) // prettier-ignore
export const goAway = endpoint({
  method: 'POST', path: '/api/v1/absences/now', permission: 'signed-in',
  summary: 'Away from now until then, oneself or (managers) another: nobody is asked', input: suddenAbsence, output: answered,
}) // prettier-ignore
export const editAbsence = endpoint({
  method: 'PATCH', path: '/api/v1/absences/:id', permission: 'signed-in', summary: 'Change an absence', input: absenceEdit, output: z.object({ version: version() }),
}) // prettier-ignore
export const approveAbsence = endpoint({
  method: 'PUT', path: '/api/v1/absences/:id/approval', permission: 'absence.approve', summary: 'Approve an absence that was asked for',
  input: z.object({ id: absence(), version: version() }), output: answered,
}) // prettier-ignore
export const declineAbsence = endpoint({
  method: 'PUT', path: '/api/v1/absences/:id/decline', permission: 'absence.approve', summary: 'Decline an absence that was asked for, saying why',
  input: z.object({ id: absence(), version: version(), because: words() }), output: answered,
}) // prettier-ignore
export const cancelAbsence = endpoint({
  method: 'DELETE', path: '/api/v1/absences/:id', permission: 'signed-in', summary: 'Cancel an absence; one under way ends now',
  input: z.object({ id: absence() }), output: nothing,
}) // prettier-ignore
export const getPartTime = endpoint({
  method: 'GET', path: '/api/v1/staff/:person/part-time', permission: 'staff.read', summary: 'The part of every week in which somebody does not work',
  input: z.object({ person: person() }), output: partTimeShape,
}) // prettier-ignore
export const setPartTime = endpoint({
  method: 'PUT', path: '/api/v1/staff/:person/part-time', permission: 'absence.approve', summary: 'Say in which part of every week somebody does not work, from a day on',
  input: newPartTime, output: partTimeShape,
}) // prettier-ignore

const about = { absence: absence(), person: person() }
const span = { starts_at: instant(), ends_at: instant(), deputy: person().nullable() }
export const absenceAsked = event('staff.absence_asked', z.object({ ...about, ...span }))
// Approved, or changed since: from now on it counts.
export const absencePlanned = event('staff.absence_planned', z.object({ ...about, ...span, sudden: z.boolean().default(false) }))
export const absenceDeclined = event('staff.absence_declined', z.object(about))
export const absenceCancelled = event('staff.absence_cancelled', z.object(about))
export const partTimeChanged = event('staff.part_time_changed', z.object({ person: person() }))

export const absencesOverlap = refusal<{ starts_at: string; ends_at: string } | object>('staff.absences_overlap', 409, {
  fr: 'Cette personne est déjà absente à ce moment. Modifiez l’absence existante.',
  en: 'This person is already absent at that time. Change the absence that exists.',
})
export const absenceBackwards = refusal('staff.absence_backwards', 422, {
  fr: 'L’absence doit finir après avoir commencé. Corrigez les dates.',
  en: 'An absence must end after it begins. Correct the dates.',
})
export const absenceOver = refusal('staff.absence_over', 422, {
  fr: 'Cette absence est déjà terminée. Choisissez une fin à venir.',
  en: 'This absence is already over. Choose an end to come.',
})
export const absenceAnswered = refusal<{ state: AbsenceState }>('staff.absence_answered', 409, {
  fr: 'Quelqu’un a déjà répondu à cette demande d’absence. Rechargez la page.',
  en: 'Somebody has already answered this request for an absence. Reload the page.',
})
export const absenceApproved = refusal('staff.absence_approved', 409, {
  fr: 'Cette absence a été approuvée telle quelle : vous pouvez la raccourcir ou l’annuler. Pour la prolonger, demandez une absence à la suite.',
  en: 'This absence was approved as it is: you may shorten or cancel it. To make it longer, ask for one that follows it.',
})
export const partTimeOverlaps = refusal('staff.part_time_overlaps', 422, {
  fr: 'Deux plages du même jour se chevauchent. Réunissez-les.',
  en: 'Two parts of the same day overlap. Make them one.',
})

// ── what rests on a person ───────────────────────────────────────────────────────────────────────────────────────────────
// Each room says what of its own rests on somebody (`restingOn`) and passes it (`pass`); nobody leaves while anything does.
export type Resting = {
  kind: string // 'contact', 'contact_deputy', 'deputy', 'absence_deputy', 'team' … one word a noun
  count: number
  items: { id: string; name: string; path: string | null }[] // the first ones, to show; `path` of the desk
}
export type Passing = { from: PersonId; to: PersonId; kind?: string | undefined; ids?: readonly string[] | undefined } // nothing more: all of it
