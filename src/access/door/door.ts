// The door everybody comes through: a session's cookie or a key, then the endpoint's coarse permission. Given to the server once.
import type { FastifyRequest } from 'fastify'
import type { TenantId } from '#base/contract'
import type { Admit } from '#base/http'
import type { Watcher } from '#base/journal'
import { forgedRequest, notAllowed, refuse, signInNeeded } from '#base/refusal'
import { inWork, system, type As, type Open } from '#base/work'
import { anonymous, can } from '../can.ts'
import { permissionNames, type Permission, type SessionId } from '../contract.ts'
import { cookieForm, readCookie, type CookieForm } from '../rules/cookie.ts'
import { mayListen, mayWrite, type Sender } from '../rules/origin.ts'
import { makeToken, readToken, type Token } from '../token.ts'
import { idleSince } from '../start-session.ts'
import { holdingSession, renewSession } from '../store/sessions.ts'
import { DOORSTEP } from '../tenants.ts'
import { arriving } from '../visit.ts'
import { makeKnown, type Entered } from './known.ts'
import { endingsIn } from './endings.ts'

// Somebody's rights ended or changed: of all their sessions, or of those named. Live connections of theirs are to be closed;
// whoever may still enter comes back with the rights of now.
export type Ended = { tenant: TenantId; actor: string; sessions: readonly SessionId[] | null }

export type DoorOptions = Open & { url?: string }
export type Door = {
  admit: Admit
  actorFor(token: string): Promise<Entered | undefined> // by a cookie's value or a key: is it still good, and for what?
  sessionHolds(tenant: TenantId, session: SessionId): Promise<boolean> // neither ended nor run out
  watch: Watcher // to be given to the journal's tail
  watchAccess(listener: (ended: Ended) => void): () => void
  mayWrite(request: FastifyRequest): boolean
  credentialOf(request: FastifyRequest): string | undefined
  newCookie(request: FastifyRequest): string | undefined
  cookieFor(request: FastifyRequest): CookieForm
}

const RENEWED_SECONDS = 30 // how long requests already under way may still carry the token before

export function makeDoor({ url = '', ...open }: DoorOptions): Door {
  const known = makeKnown(open)
  const cookieFor = (request: FastifyRequest): CookieForm => cookieForm(url, request)
  const listeners = new Set<(ended: Ended) => void>()
  const renewed = new WeakMap<FastifyRequest, string>()

  const find = async (credential: string): Promise<Entered | undefined> => {
    const key = readToken(credential, 'gk_')
    if (key) return await known.find(key, 'key')
    const token = readToken(credential)
    return token && (await known.find(token, 'session'))
  }
  const enter = async (request: FastifyRequest): Promise<As> => {
    const { bearer, session } = credentials(request, cookieFor(request))
    const entered = await find(bearer ?? session ?? '')
    // A key in a cookie would be sent by the browser on its own, past the checks below.
    if (entered?.actor.kind !== (bearer === undefined ? 'person' : 'key')) throw refuse(signInNeeded, {})
    if (entered.actor.kind === 'person') {
      if (!isHonest(request, url)) throw refuse(forgedRequest, {})
      if (entered.renew && !isHeldOpen(request)) await renew(request, entered)
    }
    const actor = arriving(entered.actor, { address: request.ip, session: entered.session })
    return { tenant: entered.tenant, actor }
  }
  const renew = async (request: FastifyRequest, entered: Entered): Promise<void> => {
    const from = readToken(credentials(request, cookieFor(request)).session ?? '')
    if (!from || !entered.session) return
    const to = await exchange(open, { id: entered.session, from })
    known.forget(entered.tenant, entered.actor.id)
    if (to) renewed.set(request, to.text)
  }

  return {
    cookieFor,
    actorFor: find,
    sessionHolds: (tenant, session) => holds(open, { tenant, session }),
    admit: async (request, permission) => {
      if (permission === 'anyone') return { tenant: DOORSTEP, actor: anonymous }
      const as = await enter(request)
      if (permission !== 'signed-in' && !can(as.actor, named(permission))) throw refuse(notAllowed, { permission })
      return as
    },
    watch: (events) => {
      for (const ended of endingsIn(events)) {
        known.forget(ended.tenant, ended.actor)
        for (const listener of listeners) listener(ended)
      }
    },
    watchAccess: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    mayWrite: (request) => mayWrite(senderOf(request), url),
    credentialOf: (request) => {
      const { bearer, session } = credentials(request, cookieFor(request))
      return bearer ?? session
    },
    newCookie: (request) => renewed.get(request),
  }
}

const holds = (open: Open, { tenant, session }: { tenant: TenantId; session: SessionId }): Promise<boolean> =>
  inWork(open, { tenant, actor: system('door') }, async (work) => {
    return (await holdingSession(work.sql, work, { id: session, idle_since: idleSince(work.now) })) !== undefined
  })

export const makeAdmit = (options: DoorOptions): Admit => makeDoor(options).admit

function named(name: string): Permission {
  const found = permissionNames.find((each) => each === name)
  if (!found) throw new Error(`an endpoint asks for the permission ${name}, which access/contract does not name`)
  return found
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

function credentials(request: FastifyRequest, cookie: CookieForm): { bearer: string | undefined; session: string | undefined } {
  const { authorization } = request.headers
  return {
    bearer: authorization === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''),
    session: readCookie(cookie, request.headers.cookie),
  }
}

export function senderOf({ headers }: FastifyRequest): Sender {
  return {
    origin: one(headers.origin),
    site: one(headers['sec-fetch-site']),
    host: headers.host,
    csrf: one(headers['x-guichet-csrf']),
  }
}

const isUpgrade = ({ headers }: FastifyRequest): boolean => headers.upgrade?.toLowerCase() === 'websocket'
// An answer that is never finished could not bring the new token.
const isHeldOpen = (request: FastifyRequest): boolean =>
  isUpgrade(request) || String(request.headers.accept ?? '').includes('text/event-stream')
const isSafe = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'
function isHonest(request: FastifyRequest, url: string): boolean {
  const sender = senderOf(request)
  if (isUpgrade(request)) return mayListen(sender, url)
  return isSafe(request) || mayWrite(sender, url)
}

// One of several requests at once makes the new token; the others pass with the old one, which stays good for a moment.
const exchange = (open: Open, given: { id: SessionId; from: Token }): Promise<Token | undefined> =>
  inWork(open, { tenant: given.from.tenant, actor: system('door') }, async (work) => {
    const to = makeToken(given.from.tenant)
    const previous_until = work.now.add({ seconds: RENEWED_SECONDS })
    const won = await renewSession(work.sql, work, { id: given.id, from: given.from.hash, to: to.hash, previous_until })
    return won > 0 ? to : undefined
  })
