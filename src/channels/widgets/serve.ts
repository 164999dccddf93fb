// What a widget on somebody's page asks by HTTP, before its socket is open and for files. Every answer says which page may read it (CORS, the
// Fetch standard): exactly the one that asked, and only if it may.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readToken, network } from '#access'
import { isUuid } from '#base/contract'
import { bodyUnreadable, fileTooLarge, inputInvalid, notFound, Refused } from '#base/refusal'
import { sendKeptFile } from '#base/send-file'
import { inWork, refuse, system, type As, type Open } from '#base/work'
import { tooFast, visitUnreadable } from '../contract.ts'
import type { Admitted, Caller, Gate } from './gate.ts'
import { makeTally } from './rules/tally.ts'
import { serveArticles } from './serve-articles.ts'
import { findForVisitor, keepVisitorFile, type OfVisit } from './visitor-files.ts'

export type WidgetHouse = Open & { gate: Gate }
type Asked = { Params: { key: string; id?: string } }

const MOST_AT_ONCE = 16 // files in memory
const MOST_AT_ONCE_OF_AN_ADDRESS = 3 // so that a few slow ones do not keep everybody else out
const ROOM_FOR_THE_REST = 20_000 // of a multipart body, beside the file
const FILES_OF_AN_ADDRESS = [{ seconds: 60, most: 30 }, { seconds: 3_600, most: 150 }] // prettier-ignore

export function serveWidgets(app: FastifyInstance, house: WidgetHouse): void {
  const { gate } = house
  const keep = keeper(house)
  void app.register(async (ours) => {
    ours.addHook('onRequest', async (request, reply) => await sayWhoMayRead(gate, request as FastifyRequest<Asked>, reply)) // its routes are those below
    for (const path of ['', '/articles', '/files', '/files/:id'])
      ours.options(`/api/widget/:key${path}`, async (_, reply) => await reply.code(204).send())
    ours.get<Asked>('/api/widget/:key', async (request, reply) => {
      const admitted = await gate.admit(callerOf(request))
      return await reply.header('cache-control', 'no-store').send(await gate.reception(admitted))
    })
    serveArticles(ours, house, (request) => gate.admit(callerOf(request)))
    ours.post<Asked>('/api/widget/:key/files', async (request, reply) => {
      const admitted = await gate.admit(callerOf(request), { originNeeded: true })
      return await reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await keep(admitted, request))
    })
    ours.get<Asked>('/api/widget/:key/files/:id', async (request, reply) => {
      const admitted = await gate.admit(callerOf(request))
      const id = request.params.id ?? ''
      if (!isUuid(id)) throw refuse(notFound, {})
      const of = { admitted, visit: visitOf(admitted, request) }
      return await sendKeptFile(house, asWidget(admitted), { reply, show: true, find: (work) => findForVisitor(work, of, id) })
    })
  })
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

export const callerOf = ({ params, headers, ip }: FastifyRequest<Asked>): Caller => ({
  key: params.key,
  origin: one(headers.origin),
  site: one(headers['sec-fetch-site']),
  host: headers.host,
  address: ip,
})

const asWidget = ({ tenant }: Admitted): As => ({ tenant, actor: system('widgets') })

async function sayWhoMayRead(gate: Gate, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<void> {
  const caller = callerOf(request)
  void reply.header('vary', 'Origin')
  if (!caller.origin || !(await gate.mayRead(caller))) return
  void reply.headers({
    'access-control-allow-origin': caller.origin,
    'access-control-expose-headers': 'retry-after, content-disposition',
    'cross-origin-resource-policy': 'cross-origin',
  })
  if (request.method === 'OPTIONS')
    void reply.headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, x-guichet-visit',
      'access-control-max-age': '600',
    })
}

/** The hash of the visit's secret: in the form the widget draws it, and of this house. */
export function visitOf({ tenant }: Pick<Admitted, 'tenant'>, { headers }: Pick<FastifyRequest, 'headers'>): Buffer {
  const token = readToken(one(headers['x-guichet-visit']) ?? '', 'vs_')
  if (!token || token.tenant !== tenant) throw refuse(visitUnreadable, {})
  return token.hash
}

// ── a file on its way in ─────────────────────────────────────────────────────────────────────────────────────────────────
function keeper(house: WidgetHouse): (admitted: Admitted, request: FastifyRequest) => Promise<object> {
  const tally = makeTally(20_000)
  const underWay: string[] = []
  const enter = (from: string): void => {
    const same = underWay.filter((each) => each === from).length
    if (underWay.length >= MOST_AT_ONCE || same >= MOST_AT_ONCE_OF_AN_ADDRESS) throw refuse(tooFast, { retry_after_seconds: 2 })
    const wait = tally.take(from, house.clock.now().epochMilliseconds, FILES_OF_AN_ADDRESS)
    if (wait > 0) throw refuse(tooFast, { retry_after_seconds: Math.ceil(wait) })
    underWay.push(from)
  }
  return async (admitted, request) => {
    const from = network(admitted.address)
    try {
      const visit = visitOf(admitted, request)
      enter(from)
      return await keepFrom(house, { admitted, visit }, request).finally(() => underWay.splice(underWay.indexOf(from), 1))
    } catch (error) {
      if (error instanceof Refused) await house.gate.refused(admitted, error.refusal.code, told(error))
      throw error
    }
  }
}

const told = ({ details }: Refused): object =>
  details !== null && typeof details === 'object' && 'name' in details ? { name: String(details.name) } : {}

async function keepFrom(house: WidgetHouse, of: OfVisit, request: FastifyRequest): Promise<object> {
  const limit_bytes = of.admitted.settings.file_bytes
  if (Number(request.headers['content-length'] ?? 0) > limit_bytes + ROOM_FOR_THE_REST)
    throw refuse(fileTooLarge, { limit_bytes })
  const file = await request.file({ limits: { fileSize: limit_bytes, files: 1, fields: 5 } }).catch(unreadable)
  if (!file) throw refuse(inputInvalid, { fields: [{ path: 'file', message: 'send one file as multipart/form-data' }] })
  const bytes = await file.toBuffer().catch((error: { code?: string }) => {
    throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? refuse(fileTooLarge, { limit_bytes }) : error
  }).catch(unreadable) // prettier-ignore
  return await inWork(house, asWidget(of.admitted), (work) => keepVisitorFile(work, of, { name: file.filename, bytes }))
}

// The parser of multipart bodies throws bare words at a body that has no parts.
function unreadable(error: unknown): never {
  throw error instanceof Error && /^(Multipart|Unexpected end of|Part terminated)/.test(error.message)
    ? refuse(bodyUnreadable, {})
    : error
}
