// A task as everybody sees it. Whoever may not read the case sees the task, what its asker chose to show, and nothing else: `case` is null.
import { z } from 'zod'
import { id, instant } from '#base/contract'
import { answerWays, askedKinds, caseId, happenings, person, personId, taskId, taskStates } from './words.ts'

export const whomShape = z.object({
  kind: z.enum(askedKinds),
  id: z.string(), // of the team, the person or the party
  name: z.string(),
  email: z.string().nullable(), // of a party
})
export type Whom = z.infer<typeof whomShape>

// see: it is asked of the reader, who has not been seen reading · answer, take, decline: asked of them · accept, send_back, edit, cancel, redirect:
// they answer for the case, or work on it
export const taskDeeds = [
  'see', 'take', 'let_go', 'answer', 'decline', 'remark', 'accept', 'send_back', 'edit', 'redirect', 'cancel', 'chase', 'link', 'check', 'read_case',
] as const // prettier-ignore
export type TaskDeed = (typeof taskDeeds)[number]

const beside = z.object({ id: taskId(), reference: z.string(), title: z.string(), state: z.enum(taskStates) })

export const taskShape = z.object({
  id: taskId(),
  reference: z.string(), // '1042-2': the second task of case 1042
  case: z.object({ id: caseId(), number: z.number().int(), subject: z.string(), closed: z.boolean() }).nullable(),
  brand: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  asked: whomShape,
  stand_in: person.nullable(), // of the person asked, who is away
  owner: person, // to whom the answer goes: the owner of the case, whoever asked
  asked_by: person.nullable(), // null: a program of ours
  asked_at: instant(),
  state: z.enum(taskStates),
  waits_for: z.array(beside), // what must be accepted first and is not yet; empty for who may not read the case
  begun_at: instant().nullable(), // its time runs since then; null while it waits
  minutes: z.number().int().nullable(), // the OLA, in working minutes; null: by a moment
  due_at: instant().nullable(), // null while it waits
  due_soon_at: instant().nullable(),
  late_at: instant().nullable(), // it was not answered in time; the mark stays
  over_case_due_at: instant().nullable(), // asked knowingly for later than the case's own deadline, which was this
  seen_at: instant().nullable(),
  seen_by: person.nullable(),
  taken_at: instant().nullable(),
  taken_by: person.nullable(), // of a team's task, the one who has it
  answered_at: instant().nullable(), // of the answer that stands
  declined_at: instant().nullable(),
  declined_because: z.string().nullable(),
  sent_back_at: instant().nullable(), // the last time
  sent_back_because: z.string().nullable(),
  accepted_at: instant().nullable(),
  cancelled_at: instant().nullable(),
  cancelled_because: z.string().nullable(),
  left_open_at: instant().nullable(), // its case was closed over it
  items: z.object({ done: z.number().int(), all: z.number().int() }),
  procedure: z.object({ id: id<'procedure'>(), name: z.string() }).nullable(),
  may: z.array(z.enum(taskDeeds)), // what the reader may do with it
  version: z.number().int(),
})
export type Task = z.infer<typeof taskShape>

export const taskFileShape = z.object({ id: id<'task_file'>(), name: z.string(), type: z.string(), size: z.number().int() }) // GET /api/v1/task-files/:id
export type TaskFile = z.infer<typeof taskFileShape>
export const itemShape = z.object({
  id: id<'item'>(),
  task_id: taskId().nullable(), // null: of the case itself
  what: z.string(),
  done_at: instant().nullable(),
  done_by: z.string().nullable(),
})
export type Item = z.infer<typeof itemShape>
export const answerShape = z.object({
  id: id<'task_answer'>(),
  at: instant(),
  by: z.string(), // the name of a colleague, or of whoever answered from outside
  by_id: personId().nullable(),
  way: z.enum(answerWays),
  text: z.string(),
  html: z.string().nullable(),
  files: z.array(taskFileShape),
  sent_back_at: instant().nullable(),
  sent_back_because: z.string().nullable(),
})
export type TaskAnswer = z.infer<typeof answerShape>
// A message of the case that the asker chose to show: what its sender newly wrote, never what it quotes.
export const shownMessageShape = z.object({
  id: id<'interaction'>(),
  at: instant(),
  direction: z.enum(['in', 'out']),
  from: z.string(),
  text: z.string(),
})
export type ShownMessage = z.infer<typeof shownMessageShape>
export const happeningShape = z.object({
  id: z.string(),
  what: z.enum(happenings),
  at: instant(),
  by: z.string().nullable(), // null: by itself
  note: z.string().nullable(), // the reason, the remark, or of whom it was asked then
})
export type Happening = z.infer<typeof happeningShape>

export const wholeTaskShape = taskShape.extend({
  text: z.string(),
  html: z.string().nullable(),
  messages: z.array(shownMessageShape),
  files: z.array(taskFileShape),
  answers: z.array(answerShape), // the latest first
  checklist: z.array(itemShape),
  happened: z.array(happeningShape), // the latest first, two hundred at most
  held_up: z.array(beside), // what waits for this one
})
export type WholeTask = z.infer<typeof wholeTaskShape>
