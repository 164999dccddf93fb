// What every page a customer sees has in common: whose it is, in which language, what it may load, and that it is complete without script.
import type { FastifyReply } from 'fastify'
import { addressOf, colourAddress } from './assets.ts'
import { html, nothing, type Html } from './html.ts'
import type { Language } from './rules/language.ts'

export type Brand = { name: string; colour: string } // colour: #rrggbb
export type Page = {
  title: string
  language: Language
  brand: Brand | null // null: of no brand, as a page that says a link is unknown
  body: Html // what stands in <main>
  here?: string | null // the address of this page without `lang`, for the switch of languages; none: no switch
  styles?: readonly string[] // further files of page/assets
  script?: string // one file of page/assets, a module; the page must do without
  status?: number
  bare?: boolean // inside somebody else's page: no head, no foot
  framedBy?: readonly string[] // origins that may show this page in a frame; none unless said
  connects?: boolean // the script asks our own server for news
}

export async function sendPage(reply: FastifyReply, page: Page): Promise<FastifyReply> {
  reply.raw.removeHeader('x-frame-options') // frame-ancestors says it, and can name who may
  return await reply
    .code(page.status ?? 200)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.language,
      'content-security-policy': policyOf(page),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-content-type-options': 'nosniff',
    })
    .send(`<!doctype html>\n${framed(page).toString()}\n`)
}

/** Nothing inline, nothing from elsewhere; a script only where the page has one. */
export function policyOf({
  script,
  connects,
  bare,
  framedBy = [],
}: Pick<Page, 'script' | 'connects' | 'bare' | 'framedBy'>): string {
  const named = framedBy.filter((origin) => /^https?:\/\/[a-z0-9.:[\]*-]+$/i.test(origin))
  const ancestors = bare ? ["'self'", ...named] : named // what is made to stand in others' pages may stand in our own
  return [
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "font-src 'self'", ...(script ? ["script-src 'self'"] : []),
    ...(connects ? ["connect-src 'self'"] : []), "form-action 'self'", "base-uri 'none'", `frame-ancestors ${ancestors.join(' ') || "'none'"}`,
  ].join('; ') // prettier-ignore
}

const words = {
  fr: { skip: 'Aller au contenu', other: 'English', language: 'Langue', foot: 'Propulsé par' },
  en: { skip: 'Skip to content', other: 'Français', language: 'Language', foot: 'Powered by' },
} as const

export function framed(page: Page): Html {
  const { title, language, brand, body, script, bare, styles = [] } = page
  const say = words[language]
  return html`<html lang="${language}" ${bare && html`class="bare"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}${brand && ` · ${brand.name}`}</title>
<link rel="icon" type="image/svg+xml" href="${addressOf('mark.svg')}">
<link rel="stylesheet" href="${addressOf('page.css')}">
${styles.map((name) => html`<link rel="stylesheet" href="${addressOf(name)}">\n`)}${brand && html`<link rel="stylesheet" href="${colourAddress(brand.colour)}">\n`}${script && html`<script type="module" src="${addressOf(script)}"></script>\n`}</head>
<body>
${!bare && html`<a class="skip" href="#content">${say.skip}</a>\n${head(page)}`}<main id="content" tabindex="-1">
${body}
</main>
${!bare && html`<footer class="foot">${say.foot} <span class="foot-name">Guichet</span></footer>\n`}</body>
</html>`
}

function head({ brand, language, here }: Page): Html {
  const say = words[language]
  const other: Language = language === 'fr' ? 'en' : 'fr'
  return html`<header class="head">
<p class="brand">${brand ? html`<span class="brand-dot" aria-hidden="true">${initial(brand.name)}</span>${brand.name}` : nothing}</p>
${here && html`<nav aria-label="${say.language}"><a class="tongue" lang="${other}" hreflang="${other}" href="${withLanguage(here, other)}">${say.other}</a></nav>\n`}</header>
`
}

const initial = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase() ?? ''

/** The same address in a language: links and forms of a page carry it on. */
export function withLanguage(address: string, language: Language): string {
  const [before, hash] = address.split('#', 2)
  return `${before}${before?.includes('?') ? '&' : '?'}lang=${language}${hash ? `#${hash}` : ''}`
}
