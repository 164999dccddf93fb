// Forms: each a door of its own, drawn from a definition that is published version by version, and what a visitor sends by it.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { definitionShape, formLanguages } from './form-definition.ts'

export * from './form-definition.ts'
export { shownFields, valuesOf } from './form-conditions.ts'
export { saidOf } from './form-said.ts'

export type FormId = Id<'form'>
export const formStarts = ['contact', 'complaint', 'empty'] as const
export type FormStart = (typeof formStarts)[number]

const formId = () => id<'form'>()
const version = () => z.coerce.number().int().positive()
const name = () => z.string().trim().min(1).max(200)
const sentence = z.object({ fr: z.string(), en: z.string() })

// ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const figures = z.object({
  received: z.number().int(),
  filed: z.number().int(),
  spam: z.number().int(),
  waiting: z.number().int(),
}) // of the last thirty days
const listed = {
  id: formId(),
  key: z.string(), // public: the address of the page is /f/<key>
  name: z.string(),
  brand: z.object({ id: z.string(), name: z.string(), colour: z.string() }),
  entry_point: z.string(),
  published: z.object({ number: z.number().int(), at: instant(), by: z.string() }).nullable(),
  changed: z.boolean(), // the draft says something else than what is published
  closed_at: instant().nullable(),
  last_at: instant().nullable(), // the last submission
  version: version(),
}
export const listedFormShape = z.object({ ...listed, figures })
export const formShape = z.object({
  ...listed,
  figures,
  draft: definitionShape,
  live: definitionShape.nullable(), // what is published
  problems: z.array(z.object({ field: z.string().nullable(), ...sentence.shape })), // why the draft cannot be published
  changes: z.array(sentence), // what publishing would change
  address: z.string(), // of the page; relative when no public address is set
})
export type ListedForm = z.output<typeof listedFormShape>
export type Form = z.output<typeof formShape>
export type Problem = Form['problems'][number]

// ── what a visitor asks ──────────────────────────────────────────────────────────────────────────────────────────────────
export const receptionShape = z.object({
  form: z.object({ key: z.string(), version: z.number().int(), definition: definitionShape }),
  brand: z.object({ name: z.string(), colour: z.string() }),
  stamp: z.string(), // to be sent back with the answers; good for a day and for one submission
  bits: z.number().int(), // of proof of work: sha256(`${stamp}.${proof}`) begins with so many zero bits
  wait_seconds: z.number(), // sent sooner than this, it is asked again
})
export type FormReception = z.output<typeof receptionShape>
export const submittedShape = z.object({
  id: z.uuid(), // of the receipt: it is kept, whatever becomes of it
  number: z.number().int().nullable(), // of the case; null: kept, and filed in a moment
  page: z.string().nullable(), // the customer's own page for this request
  owner: z.object({ name: z.string(), away: z.string().nullable().default(null) }).nullable(), // away: whom they know is not here, in a sentence
  next: z.string(), // the page that says what happens now
})
export type Submitted = z.output<typeof submittedShape>

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const about = { form_id: formId() }
export const formChanged = event('form.changed', z.object(about))
export const formPublished = event('form.published', z.object({ ...about, number: z.number().int() }))
export const formReceived = event('form.received', z.object({ ...about, receipt_id: id<'receipt'>(), entry_point: z.string() }))

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
type Wrong = { id: string; fr: string; en: string }
export const formUnknown = refusal('form.unknown', 404, {
  fr: 'Ce formulaire n’existe pas. Vérifiez l’adresse, ou revenez au site qui vous y a mené.',
  en: 'There is no such form. Check the address, or go back to the site that led you here.',
})
export const formClosed = refusal('form.closed', 410, {
  fr: 'Ce formulaire n’est pas ouvert. Écrivez-nous par un autre moyen, ou revenez plus tard.',
  en: 'This form is not open. Write to us another way, or come back later.',
})
export const formAnswersInvalid = refusal<{ fields: Wrong[] }>('form.answers_invalid', 422, {
  fr: 'Quelques réponses sont à corriger. Rien n’a encore été envoyé.',
  en: 'A few answers need correcting. Nothing has been sent yet.',
})
export const formStampOver = refusal<{ stamp: string; bits: number }>('form.stamp_over', 409, {
  fr: 'Cette page est restée ouverte trop longtemps, ou n’est pas la nôtre. Vérifiez vos réponses et envoyez de nouveau.',
  en: 'This page was open for too long, or is not ours. Check your answers and send again.',
})
export const formTooFast = refusal<{ retry_after_seconds: number }>('form.too_fast', 429, {
  fr: 'C’était très rapide. Relisez vos réponses et envoyez de nouveau dans quelques secondes.',
  en: 'That was very quick. Read your answers again and send in a few seconds.',
})
export const formTooMany = refusal<{ retry_after_seconds: number }>('form.too_many', 429, {
  fr: 'Trop d’envois depuis votre connexion en peu de temps. Patientez, puis envoyez de nouveau.',
  en: 'Too many were sent from your connection in a short time. Wait, then send again.',
})
export const formQuestionAsked = refusal<{ stamp: string; bits: number; question: { fr: string; en: string } }>('form.question_asked', 422, {
  fr: 'Une petite question avant d’envoyer, pour écarter les robots.',
  en: 'A small question before sending, to keep robots away.',
}) // prettier-ignore
export const formAlreadySent = refusal<{ id: string; number: number | null }>('form.already_sent', 409, {
  fr: 'Cette page a déjà servi à un envoi, avec d’autres réponses. Rouvrez le formulaire pour en faire un nouveau.',
  en: 'This page has already been used to send other answers. Open the form again to send new ones.',
})
export const formOriginForeign = refusal('form.origin_foreign', 403, {
  fr: 'Cet envoi vient d’un site qui n’est pas autorisé pour ce formulaire. Ouvrez le formulaire depuis son adresse.',
  en: 'This comes from a site that is not allowed for this form. Open the form at its own address.',
})
export const formTooLarge = refusal<{ limit_bytes: number }>('form.too_large', 413, {
  fr: 'C’est trop volumineux. Raccourcissez le texte, ou joignez moins de fichiers.',
  en: 'This is too large. Shorten the text, or attach fewer files.',
})
export const formUnreadable = refusal('form.unreadable', 400, {
  fr: 'Cet envoi n’est pas lisible. Rechargez le formulaire et envoyez de nouveau.',
  en: 'This could not be read. Reload the form and send again.',
})
export const formUnfinished = refusal<{ problems: Problem[] }>('form.unfinished', 422, {
  fr: 'Ce formulaire ne peut pas encore être publié. Corrigez les points indiqués.',
  en: 'This form cannot be published yet. Correct the points shown.',
})

// ── endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const one = z.object({ id: formId() })
const changed = z.object({ id: formId(), version: version() })
export const listForms = endpoint({
  method: 'GET', path: '/api/v1/forms', permission: 'channel.read', summary: 'The forms, newest first, with their figures of thirty days',
  input: z.object({ ...pageInput, brand: z.uuid().optional() }), output: pageOf(listedFormShape),
}) // prettier-ignore
export const getForm = endpoint({
  method: 'GET', path: '/api/v1/forms/:id', permission: 'channel.read', summary: 'A form: its draft, what is published, and what stands in the way', input: one, output: formShape,
}) // prettier-ignore
export const postForm = endpoint({
  method: 'POST', path: '/api/v1/forms', permission: 'channel.manage', summary: 'Make a form, with its door',
  input: z.object({ brand_id: z.uuid(), name: name(), duty_person_id: z.uuid().optional(), start: z.enum(formStarts).default('empty'), draft: definitionShape.optional() }),
  output: z.object({ id: formId(), key: z.string(), version: version() }),
}) // prettier-ignore
export const patchForm = endpoint({
  method: 'PATCH', path: '/api/v1/forms/:id', permission: 'channel.manage', summary: 'Change the draft or the name; nothing visitors see changes yet',
  input: z.object({ id: formId(), version: version(), name: name().optional(), draft: definitionShape.optional() }), output: changed,
}) // prettier-ignore
export const putFormPublication = endpoint({
  method: 'PUT', path: '/api/v1/forms/:id/publication', permission: 'channel.manage', summary: 'Publish the draft: from now on visitors see it',
  input: z.object({ id: formId(), version: version() }), output: z.object({ id: formId(), version: version(), number: z.number().int() }),
}) // prettier-ignore
export const putFormClosure = endpoint({
  method: 'PUT', path: '/api/v1/forms/:id/closure', permission: 'channel.manage', summary: 'Close the form: its page says so', input: z.object({ id: formId(), version: version() }), output: changed,
}) // prettier-ignore
export const deleteFormClosure = endpoint({
  method: 'DELETE', path: '/api/v1/forms/:id/closure', permission: 'channel.manage', summary: 'Open the form again', input: z.object({ id: formId(), version: version() }), output: changed,
}) // prettier-ignore

// What is sent to /api/form/:key, by pages of ours and of the sites that may show the form.
export const submissionShape = z.object({
  stamp: z.string().max(2_000),
  proof: z.string().max(60).default(''),
  language: z.enum(formLanguages).default('fr'),
  answers: z.record(z.string().max(60), z.union([z.string(), z.array(z.string()).max(300)])),
  question: z.string().max(20).default(''), // the answer to what was asked
  website: z.string().max(2_000).default(''), // for robots: people do not see it
})
