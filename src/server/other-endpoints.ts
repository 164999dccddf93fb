// What is served outside the table of routes, because it is no JSON in and out of one verb: described here, so that OpenAPI tells of all.
import { z } from 'zod'
import { endpoint, nothing } from '#base/contract'
import { receptionShape, submissionShape, submittedShape } from '#channels/contract'
import { visitorFileShape } from '#channels/contract'

const bytes = z.string() // the file itself
const check = z.object({ name: z.string(), status: z.enum(['ok', 'degraded', 'down']), detail: z.string() })
const one = z.object({ id: z.uuid() })
const event = z.object({
  seq: z.string(), name: z.string(), at: z.string(), case_id: z.uuid().optional(), actor: z.object({ kind: z.string(), id: z.string() }), payload: z.unknown(),
}) // prettier-ignore

export const otherEndpoints = [
  endpoint({
    method: 'GET', path: '/api/health', permission: 'anyone', summary: 'Is the house well? 503 when it is down', input: nothing,
    output: z.object({ status: check.shape.status, version: z.string(), checks: z.array(check) }),
  }),
  endpoint({
    method: 'GET', path: '/api/v1/events', permission: 'journal.read',
    summary: 'The journal after a place: a page; with Accept: text/event-stream, or as a WebSocket, every event as it happens',
    input: z.object({ after: z.string().optional(), case: z.uuid().optional(), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ items: z.array(event), next: z.string().nullable() }),
  }),
  endpoint({
    method: 'GET', path: '/api/v1/live', permission: 'task.read', summary: 'The desk’s WebSocket: events of what one may see, who looks, who types',
    input: nothing, output: nothing,
  }),
  endpoint({ method: 'GET', path: '/api/v1/attachments/:id', permission: 'case.read', summary: 'An attachment, as a download', input: one, output: bytes }),
  endpoint({
    method: 'GET', path: '/api/v1/interactions/:id/original', permission: 'case.read', summary: 'A message exactly as it came or left', input: one, output: bytes,
  }),
  endpoint({
    method: 'GET', path: '/api/v1/tray/:id/original', permission: 'tray.handle', summary: 'What could not be filed, as it came', input: one, output: bytes,
  }),
  endpoint({
    method: 'POST', path: '/api/v1/cases/:id/uploads', permission: 'case.reply', summary: 'Bring a file for an answer, as multipart/form-data', input: one,
    output: z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() }),
  }),
  endpoint({ method: 'GET', path: '/api/v1/task-files/:id', permission: 'task.read', summary: 'A file of a task, as a download', input: one, output: bytes }),
  endpoint({
    method: 'GET', path: '/api/v1/task-strays/:id/files/:index', permission: 'task.read', summary: 'A file of a mail beside a task, as a download',
    input: z.object({ id: z.uuid(), index: z.coerce.number().int() }), output: bytes,
  }),
  endpoint({
    method: 'POST', path: '/api/v1/tasks/:id/uploads', permission: 'task.read', summary: 'Bring a file for the answer to a task, as multipart/form-data', input: one,
    output: z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() }),
  }),
  endpoint({
    method: 'GET', path: '/ical/:token.ics', permission: 'anyone', summary: 'Somebody’s own shifts as iCalendar (RFC 5545), by the secret address they made; ETag, 304',
    input: z.object({ token: z.string() }), output: bytes,
  }),
  // What a chat widget asks from a page of somebody's site: the page is held against the origins of the widget.
  endpoint({
    method: 'GET', path: '/api/widget/:key', permission: 'anyone', summary: 'What a visitor is told before anybody answers: open or not, hours, expected wait',
    input: z.object({ key: z.string() }), output: z.looseObject({ open: z.boolean(), opens_at: z.string().nullable(), wait_seconds: z.number().nullable() }),
  }),
  endpoint({
    method: 'POST', path: '/api/widget/:key/files', permission: 'anyone', summary: 'A visitor brings a file, as multipart/form-data, with the header x-guichet-visit',
    input: z.object({ key: z.string() }), output: visitorFileShape,
  }),
  endpoint({
    method: 'GET', path: '/api/widget/:key/files/:id', permission: 'anyone', summary: 'A file of the conversation, with the header x-guichet-visit',
    input: z.object({ key: z.string(), id: z.uuid() }), output: bytes,
  }),
  // What a form's page asks, ours or that of a site the form names.
  endpoint({
    method: 'GET', path: '/api/form/:key', permission: 'anyone', summary: 'A published form as a visitor sees it, with the stamp to send answers with',
    input: z.object({ key: z.string() }), output: receptionShape,
  }),
  endpoint({
    method: 'POST', path: '/api/form/:key', permission: 'anyone', summary: 'Send answers, as JSON or, with files, as multipart/form-data (a.<field>)',
    input: z.object({ key: z.string(), ...submissionShape.shape }), output: submittedShape,
  }),
] // prettier-ignore
