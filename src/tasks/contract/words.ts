// The ids, bounds and closed lists of words of a task.
import { z } from 'zod'
import { id, instant, type Id } from '#base/contract'

export type TaskId = Id<'task'>
export type PartyId = Id<'party'> // somebody outside the house: a supplier, a lawyer, a workshop
export type AnswerId = Id<'task_answer'>
export type TaskFileId = Id<'task_file'>
export type TaskUploadId = Id<'task_upload'>
export type TaskLinkId = Id<'task_link'>
export type ItemId = Id<'item'>
export type ProcedureId = Id<'procedure'>

export const LONGEST_TITLE = 200
export const LONGEST_TEXT = 20_000
export const LONGEST_BECAUSE = 1_000
export const MOST_MINUTES = 60 * 24 * 366
export const MOST_TASKS_OF_A_CASE = 200 // open ones
export const MOST_ITEMS = 100 // of one checklist
export const MOST_FILES = 50
export const MOST_MESSAGES = 50
export const MOST_STEPS = 30
export const LINK_DAYS = 60

// waiting: for other tasks to be accepted, its time does not run yet · sent_back: answered, and not accepted · declined: by whom it was asked of
export const taskStates = [
  'waiting',
  'asked',
  'seen',
  'taken',
  'sent_back',
  'declined',
  'answered',
  'accepted',
  'cancelled',
] as const
export type TaskState = (typeof taskStates)[number]
export const openStates: readonly TaskState[] = ['waiting', 'asked', 'seen', 'taken', 'sent_back', 'declined', 'answered']

export const askedKinds = ['team', 'person', 'party'] as const
export type AskedKind = (typeof askedKinds)[number]
export const answerWays = ['desk', 'mail', 'link', 'told'] as const // told: by word of mouth, written down by whoever answers for the case
export type AnswerWay = (typeof answerWays)[number]

// What became of a task, one line each, never taken back.
export const happenings = [
  'asked', 'begun', 'seen', 'taken', 'let_go', 'answered', 'accepted', 'sent_back', 'declined', 'redirected', 'edited', 'cancelled', 'due_soon', 'late',
  'left_open', 'remarked', 'passed_on', 'linked', 'link_revoked', 'mailed', 'chased',
] as const // prettier-ignore
export type Happened = (typeof happenings)[number]

export const taskId = () => id<'task'>()
export const caseId = () => id<'case'>()
export const personId = () => id<'person'>()
export const teamId = () => id<'team'>()
export const version = () => z.coerce.number().int().positive()
export const person = z.object({ id: personId(), name: z.string() })
export const because = () => z.string().trim().min(1).max(LONGEST_BECAUSE)
export const title = () => z.string().trim().min(1).max(LONGEST_TITLE)

// Of whom a task is asked. Who is outside the house is named once and found again by address.
export const askedShape = z.union([
  z.object({ team: teamId() }),
  z.object({ person: personId() }),
  z.object({ party: id<'party'>() }),
  z.object({ name: z.string().trim().max(200).default(''), email: z.string().trim().toLowerCase().max(254).pipe(z.email()) }),
])
export type Asked = z.infer<typeof askedShape>

// By when: at a moment, or so many working minutes of whoever is asked after its time began (its OLA).
export const deadlineShape = z.union([
  z.object({ at: instant() }),
  z.object({ minutes: z.number().int().min(1).max(MOST_MINUTES) }),
])
export type Deadline = z.infer<typeof deadlineShape>
