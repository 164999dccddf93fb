// Procedures: several tasks in order, with their deadlines and checklists, as data. Started by hand, or when a case of a reason opens.
import { z } from 'zod'
import { endpoint, id, nothing } from '#base/contract'
import { taskShape } from './shapes.ts'
import { caseId, LONGEST_TEXT, MOST_ITEMS, MOST_MINUTES, MOST_STEPS, personId, teamId, title, version } from './words.ts'

// Of whom a step is asked; `owner`: of whoever answers for the case.
export const stepAskedShape = z.union([
  z.object({ team: teamId() }),
  z.object({ person: personId() }),
  z.object({ party: id<'party'>() }),
  z.object({ owner: z.literal(true) }),
])
const word = () => z.string().trim().min(1).max(300)
export const stepShape = z.object({
  key: z.string().regex(/^[a-z0-9_-]{1,40}$/), // by which other steps name it
  title: title(),
  text: z.string().max(LONGEST_TEXT).default(''),
  asked: stepAskedShape,
  minutes: z.number().int().min(1).max(MOST_MINUTES), // its OLA, once those before it are accepted
  checklist: z.array(word()).max(MOST_ITEMS).default([]),
  after: z.array(z.string()).max(MOST_STEPS).default([]),
  show_first: z.boolean().default(false), // the customer's first message is shown with it
})
export type Step = z.infer<typeof stepShape>

const body = {
  name: z.string().trim().min(1).max(120),
  about: z.string().trim().max(1_000).default(''),
  reason_id: id<'reason'>().nullable().default(null), // started when a case of this reason opens, or is given it
  steps: z.array(stepShape).min(1).max(MOST_STEPS),
  checklist: z.array(word()).max(MOST_ITEMS).default([]), // of the case itself
}
export const procedureShape = z.object({
  id: id<'procedure'>(),
  ...body,
  reason: z.string().nullable(),
  version: z.number().int(),
})
export type Procedure = z.infer<typeof procedureShape>
export const newProcedureShape = z.object(body)
export type NewProcedure = z.input<typeof newProcedureShape>

export const listProcedures = endpoint({
  method: 'GET', path: '/api/v1/procedures', permission: 'case.read', summary: 'Procedures, by name; five hundred at most', input: nothing, output: z.object({ items: z.array(procedureShape) }),
}) // prettier-ignore
export const postProcedure = endpoint({
  method: 'POST', path: '/api/v1/procedures', permission: 'task.manage', summary: 'Add a procedure', input: newProcedureShape, output: procedureShape,
}) // prettier-ignore
export const putProcedure = endpoint({
  method: 'PUT', path: '/api/v1/procedures/:id', permission: 'task.manage', summary: 'Change a procedure; what was started goes on as it was',
  input: newProcedureShape.extend({ id: id<'procedure'>(), version: version().optional() }), output: procedureShape,
}) // prettier-ignore
export const deleteProcedure = endpoint({
  method: 'DELETE', path: '/api/v1/procedures/:id', permission: 'task.manage', summary: 'Retire a procedure', input: z.object({ id: id<'procedure'>() }), output: nothing,
}) // prettier-ignore
export const postProcedureStart = endpoint({
  method: 'POST', path: '/api/v1/cases/:case/procedures', permission: 'case.reply', summary: 'Start a procedure in a case: its tasks are asked, in their order',
  input: z.object({ case: caseId(), procedure: id<'procedure'>(), knowingly: z.boolean().default(true) }),
  output: z.object({ items: z.array(taskShape) }),
}) // prettier-ignore
