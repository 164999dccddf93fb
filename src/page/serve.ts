// The pages of customers under one roof: forms are read here, and what is refused is said as a page, in the visitor's language.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asRefusal } from '#base/http'
import { Refused } from '#base/work'
import { log } from '#base/log'
import { pages, type House } from './all.ts'
import { askedLanguage } from './asked-language.ts'
import { sendPage } from './frame.ts'
import { html } from './html.ts'

export { askedLanguage } from './asked-language.ts'

const MOST_FORM_BYTES = 400_000

export function servePages(app: FastifyInstance, house: House): void {
  void app.register(async (ours) => {
    ours.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_FORM_BYTES },
      async (_: FastifyRequest, body: string | Buffer) => Object.fromEntries(new URLSearchParams(String(body))),
    )
    ours.setErrorHandler((error, request, reply) => sendRefusedPage(reply, { error, request }))
    for (const serve of pages) serve(ours, house)
  })
}

const words = {
  fr: { back: 'Revenez à la page précédente pour corriger : ce que vous avez écrit y est peut-être encore.' },
  en: { back: 'Go back to the page before to mend it: what you wrote may still be there.' },
} as const

type Failed = { error: unknown; request: FastifyRequest }
async function sendRefusedPage(reply: FastifyReply, { error, request }: Failed): Promise<FastifyReply> {
  const { refusal, details } = asRefusal(error)
  if (refusal.status >= 500 && !(error instanceof Refused))
    log.error({ error, method: request.method, url: request.routeOptions.url }, 'a page failed')
  const retry = Number((details as { retry_after_seconds?: number } | null)?.retry_after_seconds ?? 0)
  if (retry > 0) void reply.header('retry-after', String(Math.ceil(retry)))
  const language = askedLanguage(request)
  return await sendPage(reply, {
    title: refusal[language],
    language,
    brand: null,
    status: refusal.status,
    body: html`<section class="notice">
      <h1>${refusal[language]}</h1>
      ${request.method === 'POST' && html`<p>${words[language].back}</p>`}
    </section>`,
  })
}
