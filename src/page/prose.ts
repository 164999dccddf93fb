// What somebody wrote, as they wrote it: lines as lines, web addresses as links. Everything else stays text.
import { html, type Html } from './html.ts'

const LINK = /https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]»]/giu
const MOST_LINKS = 200

export function prose(text: string): Html {
  const pieces: (string | Html)[] = []
  let from = 0
  for (const { 0: address, index } of [...text.matchAll(LINK)].slice(0, MOST_LINKS)) {
    pieces.push(
      text.slice(from, index),
      html`<a href="${address}" rel="noopener noreferrer nofollow" target="_blank">${address}</a>`,
    )
    from = index + address.length
  }
  return html`<div class="prose">${pieces}${text.slice(from)}</div>`
}
