// What tasks tell the rooms above. `people` are those it is asked of today (and who stands in for them): they hear of it without reading cases.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { answerWays, caseId, personId, taskId, teamId } from './words.ts'

const about = { case_id: caseId(), task_id: taskId(), owner: personId(), people: z.array(personId()) }
const asked = { team: teamId().nullable(), person: personId().nullable(), party: id<'party'>().nullable() }

export const taskAsked = event('task.asked', z.object({ ...about, ...asked, due_at: instant().nullable() }))
export const taskBegun = event('task.begun', z.object({ ...about, ...asked, due_at: instant() })) // its time runs: at once, or those before it were accepted
export const taskSeen = event('task.seen', z.object(about))
export const taskTaken = event('task.taken', z.object({ ...about, by: personId() }))
export const taskLetGo = event('task.let_go', z.object(about))
export const taskAnswered = event(
  'task.answered',
  z.object({ ...about, answer_id: id<'task_answer'>(), way: z.enum(answerWays), late: z.boolean() }),
)
export const taskAccepted = event('task.accepted', z.object({ ...about, late: z.boolean() }))
export const taskSentBack = event('task.sent_back', z.object({ ...about, ...asked, due_at: instant() }))
export const taskDeclined = event('task.declined', z.object({ ...about, ...asked }))
export const taskRedirected = event('task.redirected', z.object({ ...about, ...asked, due_at: instant().nullable() }))
export const taskEdited = event('task.edited', z.object({ ...about, due_at: instant().nullable() }))
export const taskCancelled = event('task.cancelled', z.object({ ...about, ...asked }))
export const taskDueSoon = event('task.due_soon', z.object({ ...about, due_at: instant() }))
export const taskLate = event('task.late', z.object({ ...about, due_at: instant() }))
export const taskLeftOpen = event('task.left_open', z.object({ ...about, ...asked }))
export const taskRemarked = event('task.remarked', z.object({ ...about, by: personId().nullable() }))
export const taskPassedOn = event('task.passed_on', z.object({ ...about, from: personId() })) // to another owner, or to another asked
export const taskItemChanged = event(
  'task.item_changed',
  z.object({ case_id: caseId(), task_id: taskId().nullable(), people: z.array(personId()) }),
)
export const procedureStarted = event(
  'task.procedure_started',
  z.object({ case_id: caseId(), procedure_id: id<'procedure'>(), people: z.array(personId()) }),
)
