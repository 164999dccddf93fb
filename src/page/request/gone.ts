// A link that opens nothing: the same page whatever the reason, with a way to ask for another.
import type { FastifyReply } from 'fastify'
import { sendPage } from '../frame.ts'
import { html } from '../html.ts'
import type { Language } from '../rules/language.ts'
import { sayIn } from './words.ts'

type Gone = { token: string; language: Language; status: number; asked: boolean }

export async function sendGonePage(reply: FastifyReply, { token, language, status, asked }: Gone): Promise<FastifyReply> {
  const say = sayIn(language)
  return await sendPage(reply, {
    title: say('goneTitle'), language, brand: null, status, styles: ['request.css'], here: `/r/${token}`,
    body: html`<section class="notice">
<h1>${say('goneTitle')}</h1>
${asked ? html`<p class="said" role="status">${say('goneSaid')}</p>` : html`<p>${say('goneText')}</p>
<form class="stack" method="post" action="/r/${token}/renewal?lang=${language}">
<h2>${say('goneAsk')}</h2>
<div class="field"><label for="email">${say('goneEmail')}</label><input id="email" name="email" type="email" required maxlength="320" autocomplete="email"></div>
<div class="buttons"><button class="button">${say('goneSend')}</button></div>
</form>
`}<p class="hint">${say('goneElse')}</p>
</section>`,
  }) // prettier-ignore
}
