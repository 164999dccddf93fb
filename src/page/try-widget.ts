// A site with nothing on it but a brand's chat widget: for whoever sets it up, to see it as a visitor will.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { tryWidget } from '#channels'
import type { House } from './all.ts'
import { askedLanguage } from './asked-language.ts'
import { framed } from './frame.ts'
import { html, type Html } from './html.ts'
import type { Language } from './rules/language.ts'

const words = {
  fr: {
    title: 'Essayer la discussion',
    lead: 'Voici une page presque vide. La fenêtre de discussion est en bas de l’écran, comme un visiteur du site la verra.',
    steps: [
      'Ouvrez-la et écrivez un message : il arrive aussitôt dans « Chats », au poste de travail.',
      'Répondez depuis le poste : la réponse paraît ici, et vous voyez quand elle a été lue.',
      'Fermez cette page sans lire la réponse : si vous avez laissé une adresse, elle vous suit par courriel.',
    ],
    paused: 'Cette fenêtre est en pause : elle ne paraît sur aucun site, ni ici. Reprenez-la dans ses réglages pour l’essayer.',
    nowhere:
      'Aucun site n’est encore permis : pour l’instant, elle ne s’ouvre qu’ici. Ajoutez l’adresse du site dans ses réglages.',
    noscript: 'La fenêtre de discussion a besoin de JavaScript.',
  },
  en: {
    title: 'Try the chat',
    lead: 'This is an almost empty page. The chat is at the bottom of the screen, as a visitor of the site will see it.',
    steps: [
      'Open it and write a message: it arrives at once under “Chats”, at the desk.',
      'Answer from the desk: the answer appears here, and you see when it was read.',
      'Close this page without reading the answer: if you left an address, it follows by mail.',
    ],
    paused: 'This widget is paused: it shows on no site, nor here. Resume it in its settings to try it.',
    nowhere: 'No site is allowed yet: for now it opens only here. Add the address of the site in its settings.',
    noscript: 'The chat needs JavaScript.',
  },
} as const

export function serveTryWidget(app: FastifyInstance, house: House): void {
  app.get<{ Params: { key: string } }>('/widget/try/:key', async (request, reply) => {
    const { key, brand, paused, sites } = await tryWidget(house, { key: request.params.key, address: request.ip })
    const language = askedLanguage(request, brand.language)
    const body = pageOf({ key, language, paused, nowhere: sites === 0 })
    const here = `/widget/try/${key}`
    return await sendWithScript(
      reply,
      framed({ title: words[language].title, language, brand, body, here, styles: ['try.css'] }),
      language,
    )
  })
}

type Shown = { key: string; language: Language; paused: boolean; nowhere: boolean }

function pageOf({ key, language, paused, nowhere }: Shown): Html {
  const say = words[language]
  return html`<section class="card stack">
<h1>${say.title}</h1>
<p>${say.lead}</p>
${paused && html`<p class="said">${say.paused}</p>`}
${!paused && nowhere && html`<p class="said">${say.nowhere}</p>`}
<ol class="steps">${say.steps.map((step) => html`<li>${step}</li>`)}</ol>
<noscript><p class="said" data-tone="danger">${say.noscript}</p></noscript>
</section>
${!paused && html`<script async src="/widget.js" data-widget="${key}" data-language="${language}"></script>`}`
}

// The widget is a script of ours, so that this page may do what no other page of customers does: load it, and speak with our server.
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "media-src 'self' data: blob:",
  "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ') // prettier-ignore

const sendWithScript = async (reply: FastifyReply, page: Html, language: Language): Promise<FastifyReply> =>
  await reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    })
    .send(`<!doctype html>\n${page.toString()}\n`)
