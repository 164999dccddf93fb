// One request to the page of a task, and what all of them go through: a link that opens nothing is one page whatever the reason, and each refusal
// leaves a line on the trail.
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as access from '#access'
import * as tasks from '#tasks'
import { asRefusal } from '#base/http'
import { inWork, refuse, system, type Work } from '#base/work'
import { linkOver, type TaskId } from '#tasks/contract'
import type { House } from '../all.ts'
import { askedLanguage } from '../asked-language.ts'
import { sendPage } from '../frame.ts'
import { html } from '../html.ts'
import type { Language } from '../rules/language.ts'
import { sayIn } from './words.ts'

export type Asked = FastifyRequest<{ Params: { token: string; id?: string }; Querystring: Record<string, string | undefined> }>
export type Call = { house: House; request: Asked; reply: FastifyReply }
type Answer = (call: Call) => Promise<unknown>
export type Behind = { task: TaskId; hash: Buffer }

const asOutsider = system('task_page')

/** One unit of work with a link that is good. Looking changes nothing: programs that look through mail open links too. */
export async function throughLink<Result>(
  house: House,
  text: string,
  body: (work: Work, behind: Behind) => Promise<Result>,
): Promise<Result> {
  const link = tasks.readLink(text)
  if (!link) throw refuse(linkOver, {})
  return await inWork(house, { tenant: link.tenant, actor: asOutsider }, async (work) => {
    const { id } = await tasks.throughLink.seeThroughLink(work, link.hash, { open: false })
    return await body(work, { task: id, hash: link.hash })
  })
}

export const guarded =
  (house: House, answer: Answer) =>
  async (request: Asked, reply: FastifyReply): Promise<unknown> => {
    const link = tasks.readLink(request.params.token)
    try {
      if (!link) throw refuse(linkOver, {})
      const from = { tenant: link.tenant, door: 'page', address: request.ip } as const
      return await access.withRefusalsAudited(house, from, () => answer({ house, request, reply }))
    } catch (error) {
      if (asRefusal(error).refusal.code !== linkOver.code) throw error
      return await sendGone(reply, { token: request.params.token, language: askedLanguage(request) })
    }
  }

type Gone = { token: string; language: Language }
async function sendGone(reply: FastifyReply, { token, language }: Gone): Promise<FastifyReply> {
  const say = sayIn(language)
  return await sendPage(reply, {
    title: say('goneTitle'), language, brand: null, status: 404, here: `/t/${encodeURIComponent(token)}`,
    body: html`<section class="notice"><h1>${say('goneTitle')}</h1><p>${say('goneText')}</p><p class="hint">${say('goneElse')}</p></section>`,
  }) // prettier-ignore
}
