// What stands in an article: headings, lists, links, emphasis. Pure.
import sanitize from 'sanitize-html'
import { convert } from 'html-to-text'

const MOST_CHARACTERS = 200_000
const MOST_ROUNDS = 10

/**
 * The HTML of an article without anything that acts, dresses or comes from elsewhere: p, h2 to h4, lists, quotations, code, rules, breaks, emphasis,
 * and links to the web, mail and telephone. A first heading becomes a second one: the page has its own. What is left is well-formed, and the
 * same when it is cleaned again.
 */
export function cleanArticle(html: string): string {
  let clean = cleanOnce(html.slice(0, MOST_CHARACTERS))
  for (let left = MOST_ROUNDS; left > 0; left--) {
    const again = cleanOnce(clean) // what was taken away may have held apart what cannot stand inside one another
    if (again === clean) return clean
    clean = again
  }
  return clean
}

const cleanOnce = (html: string): string =>
  sanitize(html, {
    allowedTags: [
      'p',
      'h2',
      'h3',
      'h4',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'hr',
      'br',
      'strong',
      'em',
      'u',
      's',
      'a',
    ],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: 30,
    transformTags: { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', del: 's', strike: 's', ins: 'u', div: 'p' },
  }).trim()

/** Its words alone: for search and excerpts. */
export const wordsOfArticle = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: MOST_CHARACTERS, maxDepth: 60 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      ...['h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }).trim()

const MARK_OF_LIST = /^[ \t]*(?:\*|\d{1,3}\.)[ \t]+/gm // as `wordsOfArticle` writes lists

/** The first words of a text, without the marks of its lists, cut between two of them. `most` in characters. */
export function excerptOf(text: string, most = 180): string {
  const line = text.replaceAll(MARK_OF_LIST, '').replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : most).replace(/[\s,;:.]+$/, '')}…`
}
