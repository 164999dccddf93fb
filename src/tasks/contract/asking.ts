// What whoever works on a case may ask for: asking, changing, accepting, sending back, asking somebody else, calling off.
import { z } from 'zod'
import { endpoint, id, instant, nothing } from '#base/contract'
import { itemShape, wholeTaskShape } from './shapes.ts'
import {
  askedShape, because, caseId, deadlineShape, LONGEST_TEXT, MOST_FILES, MOST_ITEMS, MOST_MESSAGES, MOST_TASKS_OF_A_CASE, taskId, title, version,
} from './words.ts' // prettier-ignore

const one = z.object({ id: taskId() })
const what = () => z.string().trim().min(1).max(300)

export const postTask = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/tasks', permission: 'case.reply', summary: 'Ask a team, a colleague or somebody outside for something',
  input: z.object({
    case: caseId(), asked: askedShape, title: title(), text: z.string().max(LONGEST_TEXT).default(''), html: z.string().max(200_000).optional(),
    deadline: deadlineShape.optional(), // what the team usually takes, when not said
    knowingly: z.boolean().default(false), // also when it is later than the case's own deadline
    after: z.array(taskId()).max(MOST_TASKS_OF_A_CASE).default([]), // its time runs once these are accepted
    messages: z.array(id<'interaction'>()).max(MOST_MESSAGES).default([]), // what is shown of the case
    attachments: z.array(z.uuid()).max(MOST_FILES).default([]), // files of the case
    uploads: z.array(id<'upload'>()).max(MOST_FILES).default([]), // brought by POST /api/v1/cases/:id/uploads
    checklist: z.array(what()).max(MOST_ITEMS).default([]),
  }),
  output: wholeTaskShape,
}) // prettier-ignore

export const fitShape = z.object({
  due_at: instant().nullable(), // null: nothing was said, and the team has no usual time
  begins_at: instant(), // from when it would run: now, or when those before it are due
  minutes: z.number().int().nullable(),
  case_due_at: instant().nullable(), // the case's own next deadline; null when it has none
  why: z.object({ fr: z.string(), en: z.string() }).nullable(), // which clock of the case says so
  fits: z.boolean(),
  latest_at: instant().nullable(), // the latest moment that fits; null when none is left
  latest_minutes: z.number().int().nullable(), // the same as an OLA
  calendar: z.string().nullable(), // whose working hours count; null: around the clock
  zone: z.string(),
})
export type Fit = z.infer<typeof fitShape>
export const postTaskFit = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/task-fits', permission: 'case.reply', summary: 'Would a task so asked be due within the case’s own deadline?',
  input: z.object({ case: caseId(), asked: askedShape.optional(), deadline: deadlineShape.optional(), after: z.array(taskId()).max(MOST_TASKS_OF_A_CASE).default([]) }),
  output: fitShape,
}) // prettier-ignore
export const patchTask = endpoint({
  method: 'PATCH', path: '/api/v1/tasks/:id', permission: 'task.read', summary: 'Change what is asked, by when, after which others, and what is shown of the case',
  input: z.object({
    id: taskId(), version: version().optional(), title: title().optional(), text: z.string().max(LONGEST_TEXT).optional(), html: z.string().max(200_000).nullable().optional(),
    deadline: deadlineShape.optional(), knowingly: z.boolean().default(false), after: z.array(taskId()).max(MOST_TASKS_OF_A_CASE).optional(),
    messages: z.array(id<'interaction'>()).max(MOST_MESSAGES).optional(),
  }),
  output: wholeTaskShape,
}) // prettier-ignore
export const putAccepted = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/accepted', permission: 'task.read', summary: 'The answer is what was asked for',
  input: z.object({ id: taskId(), version: version().optional() }), output: wholeTaskShape,
}) // prettier-ignore
export const postSendBack = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/returns', permission: 'task.read',
  summary: 'The answer is not what was asked for, and why; without a deadline the time that was left when it was answered runs again',
  input: z.object({ id: taskId(), version: version().optional(), because: because(), deadline: deadlineShape.optional(), knowingly: z.boolean().default(false) }),
  output: wholeTaskShape,
}) // prettier-ignore
export const postRedirect = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/redirects', permission: 'task.read', summary: 'Ask somebody else instead; its time runs anew',
  input: z.object({
    id: taskId(), version: version().optional(), asked: askedShape, because: z.string().trim().max(1_000).default(''), deadline: deadlineShape.optional(),
    knowingly: z.boolean().default(false),
  }),
  output: wholeTaskShape,
}) // prettier-ignore
export const putCancelled = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/cancelled', permission: 'task.read', summary: 'It is no longer needed, and why',
  input: z.object({ id: taskId(), version: version().optional(), because: because() }), output: wholeTaskShape,
}) // prettier-ignore
export const putCaseEnding = endpoint({
  method: 'PUT', path: '/api/v1/cases/:case/ending', permission: 'case.close', summary: 'Close a case over its open tasks: they are called off, or left to be answered',
  input: z.object({ case: caseId(), version: version().optional(), because: because(), tasks: z.enum(['cancel', 'leave']) }),
  output: z.object({ id: caseId(), version: z.number().int(), tasks: z.number().int() }),
}) // prettier-ignore
export const postTaskLink = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/links', permission: 'task.read', summary: 'A link by which the task is seen and answered without an account', answersSecret: true,
  input: one, output: z.object({ path: z.string(), expires_at: instant() }),
}) // prettier-ignore
export const deleteTaskLinks = endpoint({
  method: 'DELETE', path: '/api/v1/tasks/:id/links', permission: 'task.read', summary: 'Its links open it no longer', input: one, output: z.object({ revoked: z.number().int() }),
}) // prettier-ignore

export const postItem = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/items', permission: 'case.reply', summary: 'Add to the checklist of a case, or of one of its tasks',
  input: z.object({ case: caseId(), task: taskId().optional(), what: what() }), output: itemShape,
}) // prettier-ignore
export const putItem = endpoint({
  method: 'PUT', path: '/api/v1/items/:id/done', permission: 'task.read', summary: 'Tick an item, or take the tick away',
  input: z.object({ id: id<'item'>(), done: z.boolean() }), output: itemShape,
}) // prettier-ignore
export const deleteItem = endpoint({
  method: 'DELETE', path: '/api/v1/items/:id', permission: 'case.reply', summary: 'Strike an item out', input: z.object({ id: id<'item'>() }), output: nothing,
}) // prettier-ignore
