// One request to the customer's page, and what all of them go through: a link that opens nothing is one page whatever the reason, and each
// refusal leaves a line on the trail.
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as access from '#access'
import * as portal from '#portal'
import { isUuid } from '#base/contract'
import { asRefusal } from '#base/http'
import { notFound } from '#base/refusal'
import { refuse } from '#base/work'
import { linkOver, linkUnknown } from '#portal/contract'
import type { House } from '../all.ts'
import { askedLanguage } from '../asked-language.ts'
import { sendGonePage } from './gone.ts'

export type Asked = FastifyRequest<{ Params: { token: string; id?: string }; Querystring: Record<string, string | undefined> }>
export type Call = { house: House; request: Asked; reply: FastifyReply }
export type Answer = (call: Call) => Promise<unknown>

export const numberOf = ({ query }: Asked): number | undefined =>
  /^\d{1,15}$/.test(query['request'] ?? '') ? Number(query['request']) : undefined

export function idOf({ params: { id = '' } }: Asked): string {
  if (!isUuid(id)) throw refuse(notFound, {})
  return id
}

export const guarded =
  (house: House, answer: Answer) =>
  async (request: Asked, reply: FastifyReply): Promise<unknown> => {
    const { token } = request.params
    const read = portal.pageToken(token)
    try {
      if (!read) throw refuse(linkUnknown, {})
      const from = { tenant: read.tenant, door: 'page', address: request.ip } as const
      return await access.withRefusalsAudited(house, from, () => answer({ house, request, reply }))
    } catch (error) {
      const { refusal } = asRefusal(error)
      if (refusal.code !== linkUnknown.code && refusal.code !== linkOver.code) throw error
      return await sendGonePage(reply, { token, language: askedLanguage(request), status: refusal.status, asked: false })
    }
  }
