// Lists and figures: mine, my teams', asked by me, who keeps me waiting, how many are answered in time.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf } from '#base/contract'
import { itemShape, taskShape, whomShape } from './shapes.ts'
import { caseId, MOST_MINUTES, person, personId, teamId } from './words.ts'

export const taskLists = ['mine', 'teams', 'asked', 'all'] as const // asked of me (or of whom I stand in for) · of my teams · by me: I answer for their cases
export type TaskList = (typeof taskLists)[number]

export const listTasks = endpoint({
  method: 'GET', path: '/api/v1/tasks', permission: 'task.read', summary: 'Tasks, the first due first; ended ones, the latest first',
  input: z.object({
    ...pageInput,
    whose: z.enum(taskLists).default('mine'), // 'all' shows those of cases one may read
    state: z.enum(['open', 'to_do', 'late', 'answered', 'ended', 'all']).default('open'), // to_do: open and neither waiting nor answered; late: open and late
    team: teamId().optional(),
    person: personId().optional(), // asked of them, or taken by them
    party: id<'party'>().optional(),
    owner: z.union([z.literal('me'), personId()]).optional(),
    brand: z.uuid().optional(),
    due_until: instant().optional(),
    due_from: instant().optional(), // with team and state=all: what a figure was counted from
    outcome: z.enum(['in_time', 'late']).optional(), // of those that fell due: answered in time, or not
  }),
  output: pageOf(taskShape),
}) // prettier-ignore
export const countTasks = endpoint({
  method: 'GET', path: '/api/v1/task-counts', permission: 'task.read', summary: 'How many wait for me, for my teams, and for me to accept', input: nothing,
  output: z.object({ mine: z.number().int(), teams: z.number().int(), late: z.number().int(), answered: z.number().int(), asked: z.number().int() }),
}) // prettier-ignore
export const listCaseTasks = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/tasks', permission: 'case.read', summary: 'The tasks of a case in the order they were asked, and its checklist',
  input: z.object({ case: caseId(), ...pageInput, limit: z.coerce.number().int().min(1).max(200).default(200) }),
  output: pageOf(taskShape).extend({ checklist: z.array(itemShape) }),
}) // prettier-ignore

// Who keeps me waiting: tasks of my cases that are not answered, by whom they were asked of, the longest wait first.
export const waitShape = z.object({
  whom: whomShape,
  stand_in: person.nullable(),
  tasks: z.number().int(),
  late: z.number().int(),
  since: instant(), // the oldest of them runs since then
  items: z.array(taskShape), // the first due first, ten at most; the rest by listTasks
})
export type Wait = z.infer<typeof waitShape>
export const listWaits = endpoint({
  method: 'GET', path: '/api/v1/task-waits', permission: 'case.read', summary: 'Who keeps me waiting, the longest first',
  input: z.object({ owner: z.union([z.literal('me'), personId()]).default('me'), case: caseId().optional() }),
  output: z.object({ items: z.array(waitShape) }), // a hundred at most
}) // prettier-ignore

export const taskFiguresShape = z.object({
  from: instant(),
  until: instant(),
  teams: z.array(
    z.object({
      team: z.object({ id: z.string(), name: z.string() }).nullable(), // null: colleagues and outside parties asked by name
      due: z.number().int(),
      in_time: z.number().int(),
      late: z.number().int(),
      sent_back: z.number().int(), // of those due, sent back at least once
      kept: z.number().nullable(), // in_time / due; null when nothing fell due
    }),
  ),
  formula: z.object({ id: z.string(), fr: z.string(), en: z.string() }),
})
export type TaskFigures = z.infer<typeof taskFiguresShape>
export const getTaskFigures = endpoint({
  method: 'GET', path: '/api/v1/task-figures', permission: 'task.read', summary: 'Tasks answered in time over a period, per team',
  input: z.object({ from: instant(), until: instant(), brand: z.uuid().optional() }), output: taskFiguresShape,
}) // prettier-ignore

// How a team answers: in which hours its time runs, and how long it usually takes.
export const teamDeskShape = z.object({
  team: z.object({ id: teamId(), name: z.string() }),
  calendar: z.object({ id: z.string(), name: z.string() }).nullable(), // null: the hours of the door the case came by
  minutes: z.number().int().nullable(),
})
export type TeamDesk = z.infer<typeof teamDeskShape>
export const listTeamDesks = endpoint({
  method: 'GET', path: '/api/v1/task-teams', permission: 'task.read', summary: 'In which hours teams answer, and how long they usually take', input: nothing,
  output: z.object({ items: z.array(teamDeskShape) }),
}) // prettier-ignore
export const putTeamDesk = endpoint({
  method: 'PUT', path: '/api/v1/task-teams/:team', permission: 'task.manage', summary: 'Say in which hours a team answers, and how long it usually takes',
  input: z.object({ team: teamId(), calendar: z.uuid().nullable(), minutes: z.number().int().min(1).max(MOST_MINUTES).nullable() }), output: teamDeskShape,
}) // prettier-ignore
