// After sending: the number, what happens now, who answers for it, and the way to follow it.
import { inLanguage, type Definition, type FormLanguage, type Submitted } from '#channels/contract'
import type { Page } from '../frame.ts'
import { face } from '../face.ts'
import { html, type Html } from '../html.ts'
import { addressOfForm } from './page.ts'
import { words } from './words.ts'

type Sent = {
  key: string
  definition: Definition
  brand: { name: string; colour: string }
  language: FormLanguage
  isEmbedded: boolean
  origins: readonly string[]
  told: Omit<Submitted, 'next'> | null
}

export function sentPage(sent: Sent): Page {
  const { brand, language, isEmbedded, origins } = sent
  return {
    title: words[language].sent,
    language,
    brand,
    body: drawSent(sent),
    styles: ['form.css', 'request.css'],
    ...(isEmbedded ? { script: 'form.js' } : {}), // the frame grows with what it holds
    bare: isEmbedded,
    framedBy: isEmbedded ? origins : [],
  }
}

function drawSent({ key, definition, language, isEmbedded, origins, told }: Sent): Html {
  const say = words[language]
  const again = html`<p><a class="button" data-kind="quiet" href="${addressOfForm(key, isEmbedded)}">${say.again}</a></p>`
  const frame = isEmbedded && html`data-origins="${origins.join(' ')}"`
  if (!told) return html`<section class="notice" ${frame}><h1>${say.sent}</h1><p>${say.gone}</p>${again}</section>`
  const thanks = inLanguage(definition.thanks, language)
  return html`<section class="notice form-sent" ${frame} data-forget="${key}">
<h1>${say.sent}</h1>
<p>${thanks || say.thanks}</p>
${told.number === null ? html`<p class="form-number"><span class="small">${say.reference}</span> <strong>${referenceOf(told.id)}</strong></p><p class="hint">${say.soon}</p>` : html`<p class="form-number"><span class="small">${say.number}</span> <strong>${told.number}</strong></p><p class="hint">${say.keep}</p>`}
<h2>${say.next}</h2>
${told.owner ? html`<p class="form-owner">${face({ id: told.owner.name, name: told.owner.name, photo: null }, { size: 'middle' })}<span><strong>${told.owner.name}</strong> ${say.answers}</span></p>${told.owner.away && html`<p>${told.owner.away}</p>`}` : html`<p>${say.somebody}</p>`}
<p>${say.mailed}</p>
${told.page && html`<p><a class="button" href="${told.page}" ${isEmbedded && html`target="_blank" rel="noopener"`}>${say.follow}</a></p><p class="hint">${say.followHint}</p>`}
${again}
</section>` // prettier-ignore
}

/** The receipt's last words: enough to find it by, short enough to read out. */
export const referenceOf = (receipt: string): string =>
  receipt
    .slice(-12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
