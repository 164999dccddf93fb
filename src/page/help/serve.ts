// The help pages of a brand: search, list, article. Nothing but what is published for everybody.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openHelp, type HelpDesk } from '#knowledge'
import { helpUnknown, type ArticleId } from '#knowledge/contract'
import { isUuid } from '#base/contract'
import { refuse } from '#base/work'
import type { House } from '../all.ts'
import { askedLanguage } from '../asked-language.ts'
import { sendPage } from '../frame.ts'
import { html, type Html } from '../html.ts'
import type { Language } from '../rules/language.ts'
import { rich } from './rich.ts'
import { sayIn } from './words.ts'

type Asked = { Params: { key: string; article?: string }; Querystring: { q?: string } }
type Exchange = { request: FastifyRequest<Asked>; reply: FastifyReply }

const LONGEST_QUESTION = 300
const MOST_SHOWN = 100

export function serveHelp(app: FastifyInstance, house: House): void {
  app.get<Asked>('/help/:key', async (request, reply) => await showList(house, { request, reply }))
  app.get<Asked>('/help/:key/', async (request, reply) => await showList(house, { request, reply }))
  app.get<Asked>('/help/:key/:article', async (request, reply) => await showArticle(house, { request, reply }))
}

async function showList(house: House, { request, reply }: Exchange): Promise<FastifyReply> {
  const help = await openHelp(house, request.params.key)
  const language = askedLanguage(request, help.brand.language)
  const words = typeof request.query.q === 'string' ? request.query.q.trim().slice(0, LONGEST_QUESTION) : ''
  const lines = await help.list({ language, words, limit: MOST_SHOWN })
  const say = sayIn(language)
  return await sendPage(reply, {
    ...frameOf(help, language),
    title: words === '' ? say('title') : say('found', { words }),
    here: `/help/${help.key}${words === '' ? '' : `?q=${encodeURIComponent(words)}`}`,
    body: html`<h1>${say('title')}</h1>
<p class="help-lead">${say('lead')}</p>
${searchField(help, language, words)}${words !== '' && html`<h2 class="help-found">${say('found', { words })}</h2>\n`}${
      lines.length > 0
        ? html`<ul class="help-list card">${lines.map(({ title, excerpt, path }) => html`<li><a href="${path}"><strong>${title}</strong><span>${excerpt}</span></a></li>`)}</ul>`
        : html`<p class="card">${words === '' ? say('none') : say('nothing', { words })}</p>`
    }${words !== '' && html`<p><a href="/help/${help.key}?lang=${language}">${say('all')}</a></p>`}`,
  })
}

function searchField({ key }: HelpDesk, language: Language, words: string): Html {
  const say = sayIn(language)
  return html`<form class="help-search" role="search" method="get" action="/help/${key}">
<input type="hidden" name="lang" value="${language}">
<label class="unseen" for="q">${say('search')}</label>
<input id="q" name="q" type="search" maxlength="300" value="${words}" placeholder="${say('search')}" autocomplete="off">
<button class="button" type="submit">${say('go')}</button>
</form>
`
}

async function showArticle(house: House, { request, reply }: Exchange): Promise<FastifyReply> {
  const help = await openHelp(house, request.params.key)
  const id = request.params.article ?? ''
  if (!isUuid(id)) throw refuse(helpUnknown, {})
  const article = await help.read(id as ArticleId) // looked up there
  const language = article.language
  const say = sayIn(language)
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(article.published_at.epochMilliseconds)) // prettier-ignore
  return await sendPage(reply, {
    ...frameOf(help, language),
    title: article.title,
    body: html`<nav class="help-back"><a href="/help/${help.key}?lang=${language}">← ${say('back')}</a>${
      article.other &&
      html` <a lang="${article.other.language}" hreflang="${article.other.language}" href="${article.other.path}">${say('other')}</a>`
    }</nav>
<article class="card help-article">
<h1>${article.title}</h1>
${rich(article.html)}<p class="small">${say('updated', { day })}</p>
</article>
${searchField(help, language, '')}`,
  })
}

const frameOf = ({ brand }: HelpDesk, language: Language) => ({
  language,
  brand: { name: brand.name, colour: brand.colour },
  styles: ['help.css'],
})
