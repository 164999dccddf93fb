// The chase: reminding of what is late, or soon will be, in three tones; and the mail that came into a task without being its answer.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, refusal, type Id } from '#base/contract'
import { wholeTaskShape } from './shapes.ts'
import { caseId, personId, taskId, version } from './words.ts'

export type ChaseId = Id<'chase'>
export type StrayId = Id<'stray'>

export const tones = ['polite', 'firm', 'manager'] as const
export type Tone = (typeof tones)[number]
export const MOST_CHASES = 8 // of one asking, by hand and by itself together
export const CHASE_APART_MINUTES = 30

// When a reminder goes out by itself: so many working minutes before or after the task is due, in the hours of whoever is asked.
const stepShape = z.object({
  tone: z.enum(tones),
  minutes: z
    .number()
    .int()
    .min(-60 * 24 * 30)
    .max(60 * 24 * 30),
}) // below zero: before it is due
export type ChaseStep = z.infer<typeof stepShape>
const textShape = z.object({ fr: z.string().trim().min(1).max(2_000), en: z.string().trim().min(1).max(2_000) })
export const chasePlanShape = z.object({
  on: z.boolean(),
  steps: z.array(stepShape).max(6),
  texts: z.object({ polite: textShape, firm: textShape, manager: textShape }),
  version: z.number().int(), // 0: the plan of the house as it comes
})
export type ChasePlan = z.infer<typeof chasePlanShape>
export const getChasePlan = endpoint({
  method: 'GET', path: '/api/v1/chase-plan', permission: 'task.read', summary: 'When late tasks are chased, and in which words', input: nothing, output: chasePlanShape,
}) // prettier-ignore
export const putChasePlan = endpoint({
  method: 'PUT', path: '/api/v1/chase-plan', permission: 'task.manage', summary: 'Change when late tasks are chased, and in which words',
  input: chasePlanShape.omit({ version: true }).extend({ version: version().optional() }), output: chasePlanShape,
}) // prettier-ignore

const whom = z.object({ id: z.string().nullable(), name: z.string(), by: z.enum(['desk', 'mail']) })
export const chasedShape = z.object({
  id: id<'chased'>(),
  at: instant(),
  tone: z.enum(tones),
  by: z.object({ id: z.string().nullable(), name: z.string().nullable() }), // null: by itself
  whom: z.array(whom),
})
export type Chased = z.infer<typeof chasedShape>
export const strayWhys = ['another_address', 'unproven', 'over', 'again', 'automatic'] as const
export type StrayWhy = (typeof strayWhys)[number]
export const strayShape = z.object({
  id: id<'stray'>(),
  at: instant(),
  why: z.enum(strayWhys),
  from: z.object({ name: z.string(), address: z.string() }),
  text: z.string(),
  files: z.array(z.object({ name: z.string(), type: z.string(), size: z.number().int() })),
  decided_at: instant().nullable(),
  decided_by: z.object({ id: personId(), name: z.string() }).nullable(),
  taken: z.boolean().nullable(), // as the answer; null while nobody has decided
})
export type Stray = z.infer<typeof strayShape>

export const chaseShape = z.object({
  task: taskId(),
  paused_at: instant().nullable(),
  paused_by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  next: z.object({ at: instant(), tone: z.enum(tones) }).nullable(), // null: nothing comes by itself any more
  next_by_hand: z.enum(tones).nullable(), // the tone a press of the button takes now; null: not now
  chased: z.array(chasedShape), // the latest first
  strays: z.array(strayShape), // the latest first
  undeliverable_at: instant().nullable(), // the mail about it came back for good
  undeliverable_because: z.string().nullable(),
})
export type Chase = z.infer<typeof chaseShape>
const one = z.object({ id: taskId() })
export const getChase = endpoint({
  method: 'GET', path: '/api/v1/tasks/:id/chase', permission: 'task.read', summary: 'How a task is chased, and the mail beside it', input: one, output: chaseShape,
}) // prettier-ignore
export const postChase = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/chases', permission: 'task.read', summary: 'Chase now; without a tone, the next one in the order', 
  input: z.object({ id: taskId(), tone: z.enum(tones).optional() }), output: chaseShape,
}) // prettier-ignore
export const putChasePaused = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/chase/paused', permission: 'task.read', summary: 'Stop chasing by itself for now', input: one, output: chaseShape,
}) // prettier-ignore
export const deleteChasePaused = endpoint({
  method: 'DELETE', path: '/api/v1/tasks/:id/chase/paused', permission: 'task.read', summary: 'Chase by itself again', input: one, output: chaseShape,
}) // prettier-ignore
export const postStrayTaken = endpoint({
  method: 'POST', path: '/api/v1/task-strays/:id/taken', permission: 'task.read', summary: 'This mail is the answer, whoever’s address it came from',
  input: z.object({ id: id<'stray'>() }), output: wholeTaskShape,
}) // prettier-ignore
export const postStraySetAside = endpoint({
  method: 'POST', path: '/api/v1/task-strays/:id/set-aside', permission: 'task.read', summary: 'This mail is not the answer; it stays with the task',
  input: z.object({ id: id<'stray'>() }), output: nothing,
}) // prettier-ignore

const about = { case_id: caseId(), task_id: taskId(), owner: personId(), people: z.array(personId()) }
export const taskChased = event('task.chased', z.object({ ...about, chased_id: id<'chased'>(), tone: z.enum(tones) }))
export const taskStray = event('task.stray', z.object({ ...about, stray_id: id<'stray'>(), why: z.enum(strayWhys) }))
export const taskUndeliverable = event('task.undeliverable', z.object(about))

export const nothingToChase = refusal('chase.nothing', 409, {
  fr: 'Il n’y a rien à relancer : la tâche est répondue, terminée, ou attend encore son tour.',
  en: 'There is nothing to chase: the task is answered, over, or still waiting for its turn.',
})
export const chasedJustNow = refusal<{ retry_after_seconds: number }>('chase.just_now', 409, {
  fr: 'Une relance vient de partir. Laissez-leur une demi-heure avant la suivante.',
  en: 'A reminder has just left. Leave them half an hour before the next.',
})
export const chasedEnough = refusal<{ most: number }>('chase.enough', 409, {
  fr: 'Cette tâche a été relancée bien assez. Appelez, ou demandez à quelqu’un d’autre.',
  en: 'This task has been chased quite enough. Call them, or ask somebody else.',
})
export const nobodyAbove = refusal('chase.nobody_above', 409, {
  fr: 'Personne n’est indiqué au-dessus de qui l’a reçue. Ajoutez un supérieur dans l’annuaire, ou appelez.',
  en: 'Nobody is named above whoever was asked. Add a superior in the directory, or call.',
})
export const strayDecided = refusal('stray.decided', 409, {
  fr: 'Quelqu’un a déjà décidé de ce courriel. Rechargez la page.',
  en: 'Somebody has already decided about this mail. Reload the page.',
})
