// The window of commitments: what was promised to a customer, by when, and what became of it.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal } from '#base/contract'
import { outcomes, promiseStates, type PromiseState } from './contract/words.ts'

export * from './contract/figures.ts'
export * from './contract/words.ts'

export const LONGEST_WHAT = 500
export const MOST_YEARS_AHEAD = 2 // past that it is a wish, or a slip of the pen

const promiseId = () => id<'promise'>()
const caseId = () => id<'case'>()
const personId = () => id<'person'>()
const version = () => z.coerce.number().int().positive()
const person = z.object({ id: personId(), name: z.string() })
const reason = () => z.string().trim().min(1).max(LONGEST_WHAT)

// A promise is due at a moment, or by a day: then when the working day ends at the door the customer came by.
export const dueShape = z.union([z.object({ at: instant() }), z.object({ day: z.iso.date() })])
export type Due = z.infer<typeof dueShape>

export const promiseShape = z.object({
  id: promiseId(),
  case: z.object({ id: caseId(), number: z.number().int(), subject: z.string(), closed: z.boolean() }),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  brand_id: z.string(),
  what: z.string(), // in words the customer may read
  due_at: instant(),
  day: z.iso.date().nullable(), // promised by a day rather than by a moment
  zone: z.string(), // where the day and the hour were meant
  channel: z.string(), // on which the customer was promised
  owner: person, // who answers for it now: follows the owner of the case
  made_by: person.nullable(), // null: a program of ours
  made_at: instant(),
  state: z.enum(promiseStates),
  due_soon_at: instant().nullable(), // when its owner is reminded
  broken_at: instant().nullable(),
  kept_at: instant().nullable(),
  kept_by: person.nullable(),
  moved_at: instant().nullable(),
  moved_to: promiseId().nullable(),
  moved_because: z.string().nullable(),
  untold_because: z.string().nullable(), // why the customer was not sent a word when it moved
  withdrawn_at: instant().nullable(),
  withdrawn_because: z.string().nullable(),
  version: z.number().int(),
})
export type Promised = z.infer<typeof promiseShape>

// A promise found in a text that is being written: where it stands, what it says, when it falls due.
export const proposalShape = z.object({
  start: z.number().int(), // UTF-16 units, of the time alone
  end: z.number().int(),
  quote: z.string(), // "jeudi avant midi"
  what: z.string(), // the sentence that promises
  due_at: instant(),
  day: z.iso.date().nullable(),
  zone: z.string(),
})
export type Proposal = z.infer<typeof proposalShape>

export const listPromises = endpoint({
  method: 'GET', path: '/api/v1/promises', permission: 'case.read', summary: 'Promises, the first due first',
  input: z.object({
    ...pageInput,
    owner: z.union([z.literal('me'), personId()]).optional(),
    team: id<'team'>().optional(),
    state: z.enum(['owed', 'late', 'ended', 'all']).default('owed'), // owed: open or broken, late: broken only
    due_from: instant().optional(),
    due_until: instant().optional(),
    brand: z.uuid().optional(),
    customer: id<'customer'>().optional(),
    outcome: z.enum(outcomes).optional(), // with a period and state=all: the very promises a figure was counted from
  }),
  output: pageOf(promiseShape),
}) // prettier-ignore
export const countPromises = endpoint({
  method: 'GET', path: '/api/v1/promise-counts', permission: 'case.read', summary: 'My promises: how many are late, and due before an instant',
  input: z.object({ due_until: instant().optional() }), output: z.object({ late: z.number().int(), due: z.number().int() }),
}) // prettier-ignore
export const listCasePromises = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/promises', permission: 'case.read', summary: 'What was promised in a case, the latest first',
  input: z.object({ case: caseId(), ...pageInput }), output: pageOf(promiseShape),
}) // prettier-ignore
export const postPromise = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/promises', permission: 'case.reply', summary: 'Promise the customer something',
  input: z.object({
    case: caseId(), what: z.string().trim().min(1).max(LONGEST_WHAT), due: dueShape,
    channel: z.string().trim().min(1).max(20).optional(), // that of the latest conversation when not said
  }),
  output: promiseShape,
}) // prettier-ignore
export const putKept = endpoint({
  method: 'PUT', path: '/api/v1/promises/:id/kept', permission: 'case.reply', summary: 'The promise was kept',
  input: z.object({ id: promiseId(), version: version().optional() }), output: promiseShape,
}) // prettier-ignore
export const postMove = endpoint({
  method: 'POST', path: '/api/v1/promises/:id/moves', permission: 'case.reply',
  summary: 'Promise another moment instead, and say why. `word` is sent to the customer in the conversation; without one, `without_word` says why not',
  input: z.object({
    id: promiseId(), version: version().optional(), due: dueShape, because: reason(),
    what: z.string().trim().min(1).max(LONGEST_WHAT).optional(), word: z.string().trim().min(1).max(20_000).optional(),
    without_word: reason().optional(),
  }),
  output: promiseShape,
}) // prettier-ignore
export const putWithdrawn = endpoint({
  method: 'PUT', path: '/api/v1/promises/:id/withdrawn', permission: 'case.reply', summary: 'The promise no longer holds, and why',
  input: z.object({ id: promiseId(), version: version().optional(), because: reason() }), output: promiseShape,
}) // prettier-ignore
export const postProposals = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/promise-proposals', permission: 'case.read',
  summary: 'The promises that a text holds; `typed`: the text is a moment alone, as in "jeudi avant midi"',
  input: z.object({ case: caseId(), text: z.string().max(20_000), typed: z.boolean().default(false) }),
  output: z.object({ items: z.array(proposalShape) }),
}) // prettier-ignore

const about = { case_id: caseId(), promise_id: promiseId(), owner: personId() }
export const promiseMade = event('promise.made', z.object({ ...about, due_at: instant(), follows: promiseId().nullable() }))
export const promiseKept = event('promise.kept', z.object({ ...about, late: z.boolean() }))
export const promiseMoved = event('promise.moved', z.object({ ...about, moved_to: promiseId(), due_at: instant() }))
export const promiseWithdrawn = event('promise.withdrawn', z.object(about))
export const promiseDueSoon = event('promise.due_soon', z.object({ ...about, due_at: instant() }))
export const promiseBroken = event('promise.broken', z.object({ ...about, due_at: instant() }))
// A case was closed, or went to somebody else, with something still owed to its customer.
export const promiseLeftOpen = event('promise.left_open', z.object({ ...about, due_at: instant() }))
export const promisePassedOn = event('promise.passed_on', z.object({ ...about, from: personId() }))

export const promiseUnknown = refusal('promise.unknown', 404, {
  fr: 'Cette promesse n’existe pas, ou n’est pas à vous de la voir.',
  en: 'There is no such promise, or it is not yours to see.',
})
export const promiseOver = refusal<{ state: PromiseState }>('promise.over', 409, {
  fr: 'Cette promesse est déjà tenue, déplacée ou retirée. Rechargez la page, et promettez de nouveau si besoin.',
  en: 'This promise was already kept, moved or withdrawn. Reload the page, and promise anew if needed.',
})
export const dueInThePast = refusal<{ due_at: string }>('promise.due_in_the_past', 422, {
  fr: 'Ce moment est déjà passé. Promettez un moment à venir.',
  en: 'This moment has already gone by. Promise one that is still to come.',
})
export const dueTooFar = refusal<{ due_at: string; most_years: number }>('promise.due_too_far', 422, {
  fr: 'C’est dans plus de deux ans. Promettez un moment plus proche.',
  en: 'This is more than two years away. Promise a nearer moment.',
})
export const wordNeeded = refusal('promise.word_needed', 422, {
  fr: 'Le client attend autre chose : écrivez le mot qui lui part, ou dites pourquoi vous ne le prévenez pas.',
  en: 'The customer expects otherwise: write the word that is sent, or say why you do not tell them.',
})
export const periodInvalid = refusal('promise.period_invalid', 422, {
  fr: 'La période doit finir après avoir commencé, et couvrir trois ans au plus.',
  en: 'The period must end after it begins and cover three years at most.',
})
