// What whoever was asked may do: see it, take it, answer, decline, say something.
import { z } from 'zod'
import { endpoint, id } from '#base/contract'
import { wholeTaskShape } from './shapes.ts'
import { because, LONGEST_TEXT, MOST_FILES, taskId, version } from './words.ts'

const one = z.object({ id: taskId() })
const held = z.object({ id: taskId(), version: version().optional() })

export const getTask = endpoint({
  method: 'GET', path: '/api/v1/tasks/:id', permission: 'task.read', summary: 'One task, with what was shown, what came back and what became of it', input: one, output: wholeTaskShape,
}) // prettier-ignore
export const putSeen = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/seen', permission: 'task.read', summary: 'Somebody it is asked of has read it', input: one, output: wholeTaskShape,
}) // prettier-ignore
export const putTaken = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/taken', permission: 'task.answer', summary: 'I do it; of a team one does', input: held, output: wholeTaskShape,
}) // prettier-ignore
export const deleteTaken = endpoint({
  method: 'DELETE', path: '/api/v1/tasks/:id/taken', permission: 'task.answer', summary: 'I let it go again, for another of the team', input: held, output: wholeTaskShape,
}) // prettier-ignore
export const postAnswer = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/answers', permission: 'task.read', summary: 'Answer; the same key again changes nothing. `told`: what was said by word of mouth, written down by whoever answers for the case',
  input: z.object({
    id: taskId(), key: z.string().trim().min(1).max(200).optional(), text: z.string().max(LONGEST_TEXT).default(''), html: z.string().max(200_000).optional(),
    uploads: z.array(id<'task_upload'>()).max(MOST_FILES).default([]), // brought by POST /api/v1/tasks/:id/uploads
    told: z.boolean().default(false),
  }),
  output: wholeTaskShape,
}) // prettier-ignore
export const putDeclined = endpoint({
  method: 'PUT', path: '/api/v1/tasks/:id/declined', permission: 'task.answer', summary: 'It is not for us, and why; who asked may ask somebody else',
  input: held.extend({ because: because() }), output: wholeTaskShape,
}) // prettier-ignore
export const postRemark = endpoint({
  method: 'POST', path: '/api/v1/tasks/:id/remarks', permission: 'task.read', summary: 'Ask or say something about it, without answering',
  input: z.object({ id: taskId(), text: z.string().trim().min(1).max(4_000) }), output: wholeTaskShape,
}) // prettier-ignore
