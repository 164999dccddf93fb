// The endpoints that give or take the session's cookie. They stand outside the table of routes because a verb knows no cookies,
// and because who knocks here has no tenant yet.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forgedRequest, refuse } from '#base/refusal'
import { inWork, type Open } from '#base/work'
import type { TenantId } from '#base/contract'
import * as contract from '../contract.ts'
import { requestLink } from '../request-link.ts'
import { setCookie } from '../rules/cookie.ts'
import { endSession } from '../sessions.ts'
import { setPassword } from '../set-password.ts'
import { signInByLink } from '../sign-in-by-link.ts'
import { signInByPassword } from '../sign-in-by-password.ts'
import { LONGEST_DAYS, type SignedIn } from '../start-session.ts'
import { visitOf } from '../visit.ts'
import { whoAmI } from '../who-am-i.ts'
import type { Door } from './door.ts'

export const signInEndpoints = [
  contract.postSessionLink, contract.postSessionPassword, contract.postLinkRequest, contract.putPassword, contract.deleteSession,
] as const // prettier-ignore

const COOKIE_SECONDS = LONGEST_DAYS * 86_400

export function serveSignIn(app: FastifyInstance, { door, ...open }: Open & { door: Door }): void {
  const give = (reply: FastifyReply, token: string, seconds: number): void =>
    void reply.header('set-cookie', setCookie(door.cookieFor(reply.request), token, seconds))
  const ours = (request: FastifyRequest): { address: string; browser: string } => {
    if (!door.mayWrite(request)) throw refuse(forgedRequest, {})
    return { address: request.ip, browser: request.headers['user-agent'] ?? '' }
  }
  const welcome = async (reply: FastifyReply, signedIn: SignedIn & { tenant: TenantId }): Promise<FastifyReply> => {
    const entered = await door.actorFor(signedIn.token)
    if (!entered) throw new Error('a session just begun was not found')
    give(reply, signedIn.token, COOKIE_SECONDS)
    return await answer(reply, await inWork(open, entered, whoAmI))
  }

  app.post(contract.postSessionLink.path, async (request, reply) => {
    const from = ours(request)
    return await welcome(reply, await signInByLink(open, { ...contract.postSessionLink.input.parse(request.body), ...from }))
  })
  app.post(contract.postSessionPassword.path, async (request, reply) => {
    const from = ours(request)
    return await welcome(
      reply,
      await signInByPassword(open, { ...contract.postSessionPassword.input.parse(request.body), ...from }),
    )
  })
  app.post(contract.postLinkRequest.path, async (request, reply) => {
    const { address } = ours(request)
    await requestLink(open, { ...contract.postLinkRequest.input.parse(request.body), address })
    return await answer(reply, {})
  })
  app.put(contract.putPassword.path, async (request, reply) => {
    await setPassword(open, await door.admit(request, 'signed-in'), contract.putPassword.input.parse(request.body))
    return await answer(reply, {})
  })
  app.delete(contract.deleteSession.path, async (request, reply) => {
    const as = await door.admit(request, 'signed-in')
    const session = visitOf(as.actor)?.session
    if (session) await inWork(open, as, (work) => endSession(work, { id: session }))
    give(reply, '', 0)
    return await answer(reply, {})
  })

  // Rights have changed: the answer to the next request brings a new token.
  app.addHook('onSend', async (request, reply) => {
    const token = door.newCookie(request)
    if (token && !reply.hasHeader('set-cookie')) give(reply, token, COOKIE_SECONDS)
  })
}

const answer = async (reply: FastifyReply, body: object): Promise<FastifyReply> =>
  await reply.header('cache-control', 'no-store').send(body)
