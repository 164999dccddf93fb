// Endpoint → verb. One request is one unit of work; a refusal becomes problem+json (RFC 9457); a repeated key gets the first answer.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { Endpoint, Refusal } from './contract.ts'
import { isConflict } from './database.ts'
import { log } from './log.ts'
import {
  bodyTooLarge, bodyTypeUnknown, bodyUnreadable, busy, idempotencyReused, inputInvalid, internal, notFound, Refused, refuse,
} from './refusal.ts' // prettier-ignore
import { inWork, type As, type Open, type Work } from './work.ts'
import * as store from './store/idempotency.ts'

export type Route = {
  endpoint: Endpoint<unknown, unknown>
  verb: (work: Work, input: unknown) => Promise<unknown>
  errand?: Errand<unknown, unknown>
}
export const route = <Input, Output>(
  endpoint: Endpoint<Input, Output>,
  verb: (work: Work, input: Input) => Promise<Output>,
): Route => ({ endpoint, verb }) as unknown as Route // the endpoint's own shape parses the input before the verb sees it

// An errand leaves the house and waits for strangers. It holds no transaction meanwhile, for that would keep a connection from others and,
// once something was written in it, the journal's news from everybody. Each look at the database is a unit of work of its own; a repeated
// idempotency key goes again.
export type Within = <Result>(body: (work: Work) => Promise<Result>) => Promise<Result>
type Errand<Input, Output> = (within: Within, input: Input) => Promise<Output>
export const errandRoute = <Input, Output>(endpoint: Endpoint<Input, Output>, errand: Errand<Input, Output>): Route => ({
  ...route(endpoint, (work, input: Input) => errand((body) => body(work), input)),
  errand: errand as Errand<unknown, unknown>, // its input was parsed by the endpoint's own shape
})

// Who is at the door, and whether the coarse permission of the endpoint is theirs. Given by the roof, which knows #access.
export type Admit = (request: FastifyRequest, permission: string) => Promise<As>

export function serveRoutes(app: FastifyInstance, open: Open & { admit: Admit }, routes: readonly Route[]): void {
  for (const { endpoint, verb, errand } of routes)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.mostBytes ? { bodyLimit: endpoint.mostBytes } : {}),
      handler: async (request, reply) => {
        const as = await open.admit(request, endpoint.permission)
        const input = endpoint.input.parse(inputOf(request))
        if (errand) return await send(reply, endpoint, await errand((body) => inWork(open, as, body), input))
        const answer = await perform(open, as, { request, secret: endpoint.answersSecret, run: (work) => verb(work, input) })
        return await send(reply, endpoint, answer)
      },
    })
}

function inputOf(request: FastifyRequest): Record<string, unknown> {
  const body = request.body !== null && typeof request.body === 'object' ? request.body : {}
  return { ...versionOf(request.headers['if-match']), ...(request.query as object), ...body, ...(request.params as object) }
}

// If-Match carries the ETag of an answer of ours: a version. A condition we cannot read is refused, never taken as met (RFC 9110 §13.1.1);
// `*` says only that the thing exists, which every verb asks anyway.
function versionOf(condition: string | undefined): { version?: number } {
  if (condition === undefined || condition.trim() === '*') return {}
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(condition.trim())?.[1]
  if (!version)
    throw refuse(inputInvalid, { fields: [{ path: 'If-Match', message: 'must be the ETag of an answer, such as "3"' }] })
  return { version: Number(version) }
}

const LONGEST_KEY = 200
type Task = { request: FastifyRequest; secret: true | undefined; run: (work: Work) => Promise<unknown> }

async function perform(open: Open, as: As, { request, secret, run }: Task): Promise<unknown> {
  const key = request.method === 'GET' || secret ? undefined : request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return await inWork(open, as, run)
  if (key.length > LONGEST_KEY)
    throw refuse(inputInvalid, { fields: [{ path: 'Idempotency-Key', message: `must have at most ${LONGEST_KEY} characters` }] })
  return await inWork(open, as, async (work) => {
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
      .digest()
    const mine = await store.claimKey(work.sql, work, { key, hash }) // a twin under way makes us wait for its commit
    if (mine === 0) return await firstAnswer(work, key, hash)
    const answer = await run(work)
    await store.recordAnswer(work.sql, work, { key, status: 200, answer: answer ?? null })
    return answer
  })
}

async function firstAnswer(work: Work, key: string, hash: Buffer): Promise<unknown> {
  const before = await store.findAnswer(work.sql, work, key)
  if (!before.request_hash.equals(hash)) throw refuse(idempotencyReused, {})
  return before.answer
}

async function send(reply: FastifyReply, endpoint: Endpoint<unknown, unknown>, answer: unknown): Promise<unknown> {
  if (answer === undefined || answer === null) return await reply.code(204).send()
  if (typeof answer === 'object' && 'version' in answer) void reply.header('etag', `"${String(answer.version)}"`)
  void reply.header('cache-control', 'no-store')
  return await reply.code(endpoint.method === 'POST' && 'id' in Object(answer) ? 201 : 200).send(answer)
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { refusal, details } = asRefusal(error)
    if (refusal.status >= 500 && !(error instanceof Refused))
      log.error({ error, method: request.method, url: request.routeOptions.url }, 'a request failed')
    return sendRefusal(reply, refusal, details)
  })
}

// What the framework itself cannot make sense of, before any route is found.
export const answerNonsense = (error: unknown, _: unknown, reply: FastifyReply): void => {
  const { refusal, details } = asRefusal(error)
  void sendRefusal(reply, refusal, details)
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal<never>, details: unknown): FastifyReply {
  const retry =
    details !== null && typeof details === 'object' && 'retry_after_seconds' in details ? Number(details.retry_after_seconds) : 0
  if (retry > 0) void reply.header('retry-after', String(Math.ceil(retry)))
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: 'about:blank',
        status: refusal.status,
        code: refusal.code,
        title: refusal.en,
        fr: refusal.fr,
        en: refusal.en,
        details,
      }),
    )
}

const BUSY_SECONDS = 3
const leadsNowhere: ReadonlySet<string> = new Set(['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH', 'FST_STATIC_FORBIDDEN_PATH'])
export function asRefusal(error: unknown): { refusal: Refusal<never>; details: unknown } {
  if (error instanceof Refused) return { refusal: error.refusal as Refusal<never>, details: error.details }
  if (error instanceof ZodError)
    return {
      refusal: inputInvalid as Refusal<never>,
      details: { fields: error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message })) },
    }
  const code = (error as { code?: string }).code ?? ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return { refusal: bodyTooLarge as Refusal<never>, details: {} }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return { refusal: bodyTypeUnknown as Refusal<never>, details: {} }
  if (leadsNowhere.has(code)) return { refusal: notFound as Refusal<never>, details: {} }
  if (code.startsWith('FST_ERR_CTP') || (error as { statusCode?: number }).statusCode === 400)
    return { refusal: bodyUnreadable as Refusal<never>, details: {} }
  if (isConflict(error) || /Connection terminated|ECONNREFUSED|57P0/.test(`${code} ${String(error)}`))
    return { refusal: busy as Refusal<never>, details: { retry_after_seconds: BUSY_SECONDS } }
  return { refusal: internal as Refusal<never>, details: {} }
}
