import sanitizeHtml from 'sanitize-html'
import { LIMITS } from '../limits.ts'
import { pictureSource, safeLink } from './addresses.ts'
import { quoteMark } from './marks.ts'
import { makeShallow } from './shallow.ts'
import { cleanStyle } from './styles.ts'

export type CleanHtml = {
  html: string
  /** What was taken out, each once: tags ("script"), attributes ("onclick"), addresses by scheme ("javascript:"). */
  removed: string[]
  /** Addresses of remote pictures, which do not load: the picture carries its address in `data-remote-src`. */
  remote: string[]
  is_truncated: boolean
}

const TAGS =
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font
  footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot
  th thead time tr tt u ul var wbr`.split(/\s+/)

// Around the mail, never between two of its tags.
const OUTERMOST = new Set(['html', 'head', 'body', 'meta', 'title', 'style', 'link'])

const SILENT = new Set(['html', 'head', 'body', 'meta', 'title', 'o:p', '!doctype'])

// Their content is no text for people: without them it would spill into the mail.
const DROPPED_WITH_CONTENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
  'template',
  'object',
  'applet',
  'video',
  'audio',
  'canvas',
  'xml',
  'annotation-xml',
]

const NUMBER = /^\d{1,4}%?$/
const COLOUR = /^(#?[0-9a-f]{3,8}|[a-z]{3,30})$/i
const WORD = /^[a-z-]{1,20}$/i

const ATTRIBUTES: Record<string, RegExp> = {
  align: WORD,
  valign: WORD,
  dir: /^(ltr|rtl|auto)$/i,
  lang: /^[a-z0-9-]{1,35}$/i,
  title: /^[^]{1,500}$/,
  alt: /^[^]{0,1000}$/,
  width: NUMBER,
  height: NUMBER,
  border: NUMBER,
  cellpadding: NUMBER,
  cellspacing: NUMBER,
  colspan: NUMBER,
  rowspan: NUMBER,
  span: NUMBER,
  start: /^\d{1,6}$/,
  value: /^\d{1,6}$/,
  bgcolor: COLOUR,
  color: COLOUR,
  face: /^[a-z0-9 ,'_-]{1,200}$/i,
  size: /^[+-]?\d{1,2}$/,
  type: /^[1aAiI]$/,
  datetime: /^[\dTZ:.+ -]{1,40}$/,
}

const BY_TAG: Record<string, string[]> = {
  type: ['ol', 'ul', 'li'],
  value: ['li'],
  start: ['ol'],
  size: ['font', 'hr'],
  color: ['font', 'hr'],
  face: ['font'],
  alt: ['img'],
  datetime: ['time', 'ins', 'del'],
}

/** Enough for the deepest newsletters; far below what makes a browser slow. */
const NESTING = 150
/** Deeper tags are not even parsed. */
const DEEPEST_READ = 400
const LISTED = 500

/**
 * HTML of a stranger, made harmless for display: an allow-list of tags, attributes, styles and addresses. Remote pictures become inert,
 * `cid:` pictures stay as references, names and ids go. Idempotent and linear. What it gives may stand in a bare document.
 */
export function cleanHtml(source: string): CleanHtml {
  const is_truncated = source.length > LIMITS.html_characters
  const input = is_truncated ? source.slice(0, LIMITS.html_characters) : source
  const ledger = newLedger()
  const html = settle(sanitise(makeShallow(input.replaceAll('\0', ''), DEEPEST_READ), ledger), ledger)
  return { html, removed: [...ledger.removed].slice(0, LISTED), remote: [...ledger.remote].slice(0, LISTED), is_truncated }
}

type Ledger = { removed: Set<string>; remote: Set<string>; gaps: boolean }

function newLedger(): Ledger {
  return { removed: new Set(), remote: new Set(), gaps: false }
}

/**
 * A tag that was taken out from between two others ("<li><svg><li>") can leave markup that the next parser reads otherwise. Cleaned again
 * until nothing changes, it says the same to every parser, the browser's included.
 */
function settle(html: string, ledger: Ledger): string {
  let settled = html.trim()
  for (let round = 0; ledger.gaps && round < 10; round++) {
    const again = sanitise(settled, newLedger()).trim()
    if (again === settled) break
    settled = again
  }
  return settled
}

function sanitise(html: string, ledger: Ledger): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: false,
    nonTextTags: DROPPED_WITH_CONTENT,
    nestingLimit: NESTING,
    parseStyleAttributes: false,
    // Every address is judged in the transform, with stricter rules than schemes alone.
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms', 'cid', 'data'],
    allowProtocolRelative: false,
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName,
        attribs: TAGS.includes(tagName) ? cleanAttributes(tagName, attribs, ledger) : refuse(tagName, ledger),
      }),
    },
  })
}

function refuse(tag: string, ledger: Ledger): Record<string, string> {
  if (!OUTERMOST.has(tag)) ledger.gaps = true
  if (!SILENT.has(tag)) ledger.removed.add(tag.slice(0, 40))
  return {}
}

function cleanAttributes(tag: string, attributes: Record<string, string>, ledger: Ledger): Record<string, string> {
  const kept: Record<string, string> = {}
  const mark = quoteMark(tag, attributes)
  const style = cleanStyle(attributes.style ?? '')
  if (mark) kept['data-quote'] = mark
  for (const name of Object.keys(attributes).toSorted()) {
    const pattern = ATTRIBUTES[name]
    const value = attributes[name] ?? ''
    if (pattern && (BY_TAG[name]?.includes(tag) ?? true) && pattern.test(value)) kept[name] = value
    else if (/^(on|formaction$|srcdoc$|action$|background$|xlink|ping$)/.test(name)) ledger.removed.add(name.slice(0, 40))
  }
  if (style) kept.style = style
  if (tag === 'a') addLink(kept, attributes.href, ledger)
  if (tag === 'img') addPicture(kept, attributes, ledger)
  return kept
}

function addLink(kept: Record<string, string>, href: string | undefined, ledger: Ledger): void {
  if (href === undefined) return
  const safe = safeLink(href)
  if (safe === null) {
    const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]{0,20}:)/iu.exec(href)?.[1]
    if (scheme) ledger.removed.add(scheme.toLowerCase())
    return
  }
  kept.href = safe
  kept.rel = 'noopener noreferrer nofollow'
  kept.target = '_blank'
}

function addPicture(kept: Record<string, string>, attributes: Record<string, string>, ledger: Ledger): void {
  const source = pictureSource(attributes['data-remote-src'] ?? attributes.src ?? '')
  if (source?.kind === 'attached') kept.src = source.src
  if (source?.kind === 'remote') {
    kept['data-remote-src'] = source.address
    if (ledger.remote.size < LISTED) ledger.remote.add(source.address)
  }
}
