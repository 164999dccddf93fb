// The addresses of a form: its page, what is sent to it, the page after, the script other sites embed it with, and the same as an API.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { auditRefusal, isOurPage } from '#access'
import { openFormDoor, originsOf, type FormDoor, type FormOpened } from '#channels'
import { formOriginForeign, type Both, type FormLanguage } from '#channels/contract'
import { answerErrors } from '#base/http'
import { Refused, refuse } from '#base/work'
import type { House } from '../all.ts'
import { sendPage } from '../frame.ts'
import { askedLanguage } from '../asked-language.ts'
import { formPage, spoken, type Wrong } from './page.ts'
import { makePlaces } from '../places.ts'
import { readBody, type Body } from './read-body.ts'
import { sentPage } from './sent-page.ts'

type Asked = { Params: { key: string }; Querystring: { embed?: string; lang?: string; r?: string } }
type At = { door: FormDoor; house: House }

const embedScript = readFileSync(path.join(import.meta.dirname, 'embed.js'))

export function serveForms(app: FastifyInstance, house: House): void {
  const at: At = { door: openFormDoor({ open: house, seal: house.seal, url: house.url }), house }
  app.get<Asked>('/f/:key', async (request, reply) => await showForm(at, request, reply))
  app.post<Asked>('/f/:key', async (request, reply) => await takeFromPage(at, request, reply))
  app.get<Asked>('/f/:key/sent', async (request, reply) => await showSent(at, request, reply))
  app.get('/form.js', async (_, reply) =>
    await reply.header('content-type', 'text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600')
      .header('cross-origin-resource-policy', 'cross-origin').send(embedScript)) // prettier-ignore
  void app.register(async (api) => {
    answerErrors(api)
    serveApi(api, at)
  })
}

function serveApi(api: FastifyInstance, at: At): void {
  api.options<Asked>('/api/form/:key', async (request, reply) => {
    const opened = await at.door.look(request.params.key)
    await allowOrigin(at, opened, { request, reply })
    return await reply.code(204).headers({ 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type', 'access-control-max-age': '600' }).send() // prettier-ignore
  })
  api.get<Asked>('/api/form/:key', async (request, reply) => {
    const opened = await at.door.look(request.params.key)
    await allowOrigin(at, opened, { request, reply })
    return await reply.header('cache-control', 'no-store').send(at.door.reception(opened, request.ip))
  })
  api.post<Asked>('/api/form/:key', async (request, reply) => {
    const opened = await at.door.look(request.params.key)
    await allowOrigin(at, opened, { request, reply })
    const body = await bodyOf(at, opened, request)
    try {
      const told = await at.door.submit(opened, body)
      return await reply.code(201).header('cache-control', 'no-store').send(told)
    } finally {
      await body.release()
    }
  })
}

// What cannot even be read leaves its line too.
async function bodyOf({ door, house }: At, opened: FormOpened, request: FastifyRequest): Promise<Body> {
  if (!(Number(request.headers['content-length']) <= SMALL_BYTES)) await door.mayCome(opened, request.ip)
  try {
    return await (request.isMultipart() ? places.hold(request.ip, () => readBody(request)) : readBody(request))
  } catch (error) {
    if (error instanceof Refused) await refusedAt(house, opened, { request, code: error.refusal.code })
    throw error
  }
}
const SMALL_BYTES = 300_000
const places = makePlaces(24) // each may hold a file in memory while it is looked at

const refusedAt = (house: House, { tenant, form }: FormOpened, { request, code }: { request: FastifyRequest; code: string }) =>
  auditRefusal(house, { tenant, door: 'form', code, about: form.id, address: request.ip })

type Exchange = { request: FastifyRequest; reply: FastifyReply }

// Our own pages, the sites the form names, and programs that are no browser; no other site.
async function allowOrigin({ house }: At, opened: FormOpened, { request, reply }: Exchange): Promise<void> {
  const { origin, host } = request.headers
  void reply.header('vary', 'Origin').header('cross-origin-resource-policy', 'cross-origin')
  if (origin === undefined || isOurs(house, request)) return
  if (originsOf(opened.definition).includes(origin)) return void reply.header('access-control-allow-origin', origin)
  await auditRefusal(house, { tenant: opened.tenant, door: 'form', code: formOriginForeign.code, about: opened.form.id, address: request.ip, details: { origin: origin.slice(0, 200), host: host?.slice(0, 200) } }) // prettier-ignore
  throw refuse(formOriginForeign, {})
}

// A page that tells nobody where one comes from (no-referrer) sends its own forms with the origin "null"; what the browser says of the site it
// came from cannot be made up by a page.
function isOurs({ url }: House, { headers }: FastifyRequest): boolean {
  const told = headers['sec-fetch-site']
  const site = typeof told === 'string' ? told : undefined
  const origin = headers.origin === 'null' && site === 'same-origin' ? undefined : headers.origin
  return isOurPage({ origin, site, host: headers.host, csrf: undefined }, url)
}

type FormRequest = FastifyRequest<Asked>
const languageFor = ({ definition, brand }: FormOpened, request: FormRequest): FormLanguage =>
  spoken(definition, askedLanguage(request, brand.language))

async function showForm({ door }: At, request: FormRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await door.look(request.params.key)
  return await sendPage(reply, formPage({
    reception: door.reception(opened, request.ip), language: languageFor(opened, request), isEmbedded: request.query.embed === '1', origins: originsOf(opened.definition),
    answers: {}, said: null, wrong: [], question: null, hadFiles: false, status: 200,
  })) // prettier-ignore
}

async function takeFromPage(at: At, request: FormRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { door, house } = at
  const opened = await door.look(request.params.key)
  if (!isOurs(house, request)) {
    await refusedAt(house, opened, { request, code: formOriginForeign.code })
    throw refuse(formOriginForeign, {})
  }
  const body = await bodyOf(at, opened, request)
  try {
    const told = await door.submit(opened, body)
    return await reply.redirect(`${told.next.slice(house.url.length)}${request.query.embed === '1' ? '&embed=1' : ''}`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.status >= 500) throw error
    return await showAgain(at, { request, reply, opened, body, refused: error })
  } finally {
    await body.release()
  }
}

type Details = { fields?: Wrong[]; stamp?: string; bits?: number; question?: Both; retry_after_seconds?: number }
type Again = { request: FormRequest; reply: FastifyReply; opened: FormOpened; body: Body; refused: Refused }

// Nothing that was typed is lost: the page comes back with it, and says what to do.
async function showAgain({ door }: At, { request, reply, opened, body, refused }: Again): Promise<FastifyReply> {
  const { fields = [], stamp, bits, question = null, retry_after_seconds = 0 } = (refused.details ?? {}) as Details // each refusal of a form brings some of them
  const fresh = door.reception(opened, request.ip)
  if (retry_after_seconds > 0) void reply.header('retry-after', String(Math.ceil(retry_after_seconds)))
  return await sendPage(reply, formPage({
    reception: { ...fresh, stamp: stamp ?? (refused.refusal.code === 'form.already_sent' ? fresh.stamp : body.stamp), bits: bits ?? fresh.bits },
    language: languageFor(opened, request), isEmbedded: request.query.embed === '1', origins: originsOf(opened.definition), answers: body.answers,
    said: { fr: refused.refusal.fr, en: refused.refusal.en }, wrong: fields, question, hadFiles: body.files.length > 0, status: refused.refusal.status,
  })) // prettier-ignore
}

async function showSent({ door }: At, request: FormRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await door.look(request.params.key)
  const { form, definition, brand } = opened
  return await sendPage(reply, sentPage({
    key: form.key, definition, brand: { name: brand.name, colour: brand.colour }, language: languageFor(opened, request), isEmbedded: request.query.embed === '1',
    origins: originsOf(definition), told: door.became(opened, request.query.r ?? ''),
  })) // prettier-ignore
}
