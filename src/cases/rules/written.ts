// What a person of ours wrote, made fit to leave. Pure.
import { convert } from 'html-to-text'
import sanitize from 'sanitize-html'

const WEB = ['http', 'https', 'mailto', 'tel']
const MOST_CHARACTERS = 500_000

/**
 * The HTML of an answer without anything that acts: no scripts, handlers, forms, frames or style sheets; links to the web, mail and telephone only.
 * What an editor writes passes unchanged; what another program sends is held to the same.
 */
export function cleanWritten(html: string): string {
  return sanitize(html.slice(0, MOST_CHARACTERS), {
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'u', 's', 'del', 'ins', 'mark'],
    allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt', 'width', 'height'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'], '*': ['style', 'dir', 'lang'] },
    allowedSchemes: WEB,
    allowedSchemesByTag: { img: ['https', 'cid', 'data'] },
    allowProtocolRelative: false,
    allowedStyles: {
      '*': { color: [COLOUR], 'background-color': [COLOUR], 'text-align': [/^(left|right|center|justify)$/], 'font-weight': [/^(bold|normal|\d00)$/], 'font-style': [/^(italic|normal)$/], 'text-decoration': [/^(underline|line-through|none)$/] },
    },
  }) // prettier-ignore
}
const COLOUR = /^(#[0-9a-f]{3,8}|rgba?\([\d.,%\s]{1,40}\)|[a-z]{3,20})$/i

/** The same in plain words: for search, for the list, and for the plain-text twin of the mail. */
export function wordsOfWritten(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: MOST_CHARACTERS, maxDepth: 100 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
}
