// The cleaned HTML of an article, written anew with our own template: whatever is stored, only these few elements ever reach a page, and an address
// is looked at once more. What cannot be read is text.
import { html, type Html } from '../html.ts'

type Inner = readonly (string | Html)[]
type Open = { tag: string; href: string; inner: (string | Html)[] }

// The names of elements are written out: the template takes none from elsewhere.
const elements: Readonly<Record<string, (inner: Inner, href: string) => Html>> = {
  p: (inner) => html`<p>${inner}</p>\n`,
  h2: (inner) => html`<h2>${inner}</h2>\n`,
  h3: (inner) => html`<h3>${inner}</h3>\n`,
  h4: (inner) => html`<h4>${inner}</h4>\n`,
  ul: (inner) => html`<ul>${inner}</ul>\n`,
  ol: (inner) => html`<ol>${inner}</ol>\n`,
  li: (inner) => html`<li>${inner}</li>`,
  blockquote: (inner) => html`<blockquote>${inner}</blockquote>\n`,
  pre: (inner) => html`<pre>${inner}</pre>\n`,
  code: (inner) => html`<code>${inner}</code>`,
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  u: (inner) => html`<u>${inner}</u>`,
  s: (inner) => html`<s>${inner}</s>`,
  a: (inner, href) => (href ? html`<a href="${href}" rel="noopener noreferrer">${inner}</a>` : html`${inner}`),
}
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\s*(\/?)>/g
const HREF = /\bhref="([^"]*)"/

/** Markup as `cleanArticle` leaves it, in; our own, out. Elements that are not known or not closed are only their words. */
export function rich(cleaned: string): Html {
  const open: Open[] = [{ tag: '', href: '', inner: [] }]
  const add = (piece: string | Html): void => void open.at(-1)!.inner.push(piece)
  let from = 0
  for (const match of cleaned.matchAll(TOKEN)) {
    const [whole, closes = '', tag = '', attributes = ''] = match
    add(plain(cleaned.slice(from, match.index)))
    from = match.index + whole.length
    if (tag === 'br') add(html`<br>`)
    else if (tag === 'hr') add(html`<hr>\n`)
    else if (closes) close(open, tag)
    else if (elements[tag]) open.push({ tag, href: plain(HREF.exec(attributes)?.[1] ?? ''), inner: [] })
  }
  add(plain(cleaned.slice(from)))
  while (open.length > 1) close(open, open.at(-1)!.tag)
  return html`${open[0]!.inner}`
}

function close(open: Open[], tag: string): void {
  const at = open.findLastIndex((each) => each.tag === tag)
  if (at < 1) return
  while (open.length > at) {
    const { tag: name, href, inner } = open.pop()!
    open.at(-1)!.inner.push(elements[name]!(inner, href))
  }
}

// What the cleaner writes as an entity; anything else is a character already.
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
