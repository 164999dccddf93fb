// All requests of a customer with this brand: a few beside the one that is shown, all of them on a page of their own.
import type { ListedRequest, PageOfRequests } from '#portal'
import { html, type Html } from '../html.ts'
import { date } from './moments.ts'
import type { Shown } from './shown.ts'
import { shortStatus } from './status-names.ts'

type Listing = Pick<Shown, 'say' | 'at' | 'language' | 'address'>

export function otherRequests(shown: Shown): Html | null {
  const { others, request, say } = shown
  if (others.every(({ number }) => number === request.number)) return null
  return html`<section class="card" aria-labelledby="others-title">
<h2 id="others-title" class="label">${say('others')}</h2>
${lines(others, shown, request.number)}<p class="no-print"><a href="${shown.address('/requests')}">${say('all')}</a></p>
</section>
`
}

export function requestsPage({ items, next }: PageOfRequests, listing: Listing & { number: number }): Html {
  const { say, address, number } = listing
  const older = next && address('/requests', number).replace('?', `?cursor=${encodeURIComponent(next)}&`)
  return html`<div class="stack"><p class="no-print"><a href="${address('', number)}">← ${say('back')}</a></p>
<section class="card stack"><h1>${say('all')}</h1>
${items.length === 0 ? html`<p>${say('none')}</p>` : lines(items, listing, number)}${older && html`<p><a class="button" data-kind="quiet" href="${older}">${say('more')}</a></p>`}</section></div>`
}

const lines = (items: readonly ListedRequest[], { say, at, language, address }: Listing, current: number): Html =>
  html`<ul class="requests">${items.map(
    (each) =>
      html`<li><a href="${address('', each.number)}" ${each.number === current && html`aria-current="page"`}><span class="requests-subject">${each.subject.trim() || say('request', { number: each.number })}</span><span class="requests-facts"><span class="chip" data-status="${each.status}">${shortStatus[language][each.status]}</span> <span class="small">${date(each.opened_at, at)}</span></span></a></li>`,
  )}</ul>
`
