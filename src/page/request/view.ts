// The customer's page, as markup: where the request is, who answers, what is promised, what is awaited, and what one may do.
import type { ContactHere } from './shown.ts'
import { html, type Html } from '../html.ts'
import { face } from '../face.ts'
import { capital, day, hour, moment, near, soon, weekday } from './moments.ts'
import type { Shown } from './shown.ts'
import { forms, hidden } from './forms.ts'
import { otherRequests } from './list.ts'
import { thread } from './thread.ts'
import { statusWords } from './status-names.ts'

/** What stands in <main>. Everything but the forms is inside `#live`, which the script brings up to date. */
export function requestPage(shown: Shown): Html {
  return html`<div class="request" data-state="${shown.state}" data-news="${shown.address('/state')}">
<p class="unseen" role="status" id="news" data-updated="${shown.say('updated')}" data-progress="${shown.say('progress', { percent: '{percent}' })}" data-lost="${shown.say('lost')}"></p>
<div class="request-main">
${flash(shown)}<div data-live="top">
${hero(shown)}${confirmation(shown)}${promises(shown)}${awaited(shown)}</div>
${forms(shown)}<div data-live="thread">
${thread(shown)}</div>
</div>
<aside class="request-side">
<div data-live="contact">
${contact(shown)}</div>
<div data-live="others">
${otherRequests(shown)}</div>
${elsewhere(shown)}
</aside>
</div>`
}

function flash({ flash: said, problem, say, name }: Shown): Html | null {
  if (problem) return html`<p class="said" data-tone="danger" role="alert" id="said">${problem}</p>\n`
  return said ? html`<p class="said" role="status" id="said">${say(said, { name })}</p>\n` : null
}

function hero(shown: Shown): Html {
  const { request, say, at, name, language } = shown
  const who = request.contact.stands_in ?? request.contact.person
  const words = statusWords[language][request.status]
  const fill = (text: string): string => text.replaceAll('{name}', name)
  return html`<header class="hero" data-status="${request.status}">
<p class="hero-number">${say('request', { number: request.number })} · ${say('opened', { when: day(request.opened_at, at) })}</p>
<h1>${request.subject.trim() || say('noSubject')}</h1>
<p class="hero-status">${face(shown.pictured(who), { size: 'middle', here: who.here })}<span><strong>${fill(words.title)}</strong> <span class="hero-text">${fill(words.text)}</span></span></p>
</header>
`
}

function confirmation(shown: Shown): Html | null {
  const { unconfirmed, say, address } = shown
  if (!unconfirmed) return null
  return html`<section class="card confirm" aria-labelledby="confirm-title">
<h2 id="confirm-title">${say('confirmTitle')}</h2>
<p>${say('confirmText')}</p>
<form method="post" action="${address('/confirm')}">${hidden(shown, 'confirm')}<button class="button" data-kind="quiet">${say('confirm')}</button></form>
</section>
`
}

function promises({ request, say, at, name }: Shown): Html | null {
  if (request.promises.length === 0) return null
  return html`<section class="promises" aria-label="${say('promised')}">${request.promises.map((promise) => {
    const here = { ...at, zone: promise.zone }
    return html`<div class="promise" ${promise.late && html`data-late`}>
<p class="promise-label">${say(promise.late ? 'promisedLate' : 'promised')}</p>
<p class="promise-when"><time datetime="${promise.due_at.toString()}">${capital(day(promise.due_at, here))}<span class="promise-hour">${near(promise.due_at, here) && `${weekday(promise.due_at, here)}, `}${promise.day ? say('endOfDay') : say('before', { hour: hour(promise.due_at, here) })}</span></time></p>
<p class="promise-what">${promise.what}</p>
${promise.first && html`<p class="promise-moved">${say('movedSince', { when: day(promise.first.due_at, { ...at, zone: promise.first.zone }) })}</p>\n`}${promise.late && html`<p class="promise-late">${say('lateText', { name })}</p>\n`}</div>
`
  })}</section>
`
}

function awaited({ request, say }: Shown): Html | null {
  if (!request.awaited) return null
  return html`<section class="card awaited" aria-labelledby="awaited-title">
<h2 id="awaited-title">${say('awaited')}</h2>
<ul>${request.awaited.asks.map((ask) => html`<li>${ask}</li>`)}</ul>
<p class="no-print"><a class="button" href="#write">${say('answerNow')}</a></p>
</section>
`
}

function contact(shown: Shown): Html {
  const { request: { contact: found }, say, at } = shown // prettier-ignore
  const { person, stands_in: instead, away_until: until } = found
  const first = shown.first(person.name)
  return html`<section class="card contact" aria-labelledby="contact-title">
<h2 id="contact-title" class="label">${say('contact')}</h2>
<div class="contact-who">${face(shown.pictured(person), { size: 'large', here: person.here })}<div><p class="contact-name">${person.name}</p>${person.title && html`<p class="small">${person.title}</p>`}${person.here && html`<p class="contact-here">${say('here')}</p>`}</div></div>
${
  instead &&
  html`<div class="contact-instead"><p>${until ? say('awayUntil', { name: first, when: day(until, at) }) : say('away', { name: first })} ${say('standsIn', { name: shown.first(instead.name) })}</p>
<div class="contact-who">${face(shown.pictured(instead), { here: instead.here })}<div><p class="contact-name">${instead.name}</p>${instead.here && html`<p class="contact-here">${say('here')}</p>`}</div></div></div>
`
}${hours(found, shown)}</section>
`
}

function hours({ hours: found }: ContactHere, { say, at }: Shown): Html | null {
  if (!found) return null
  const here = { ...at, zone: found.zone }
  const text =
    found.changes_at === null
      ? found.open && say('alwaysOpen')
      : found.open
        ? say('openUntil', { when: soon(found.changes_at, here) })
        : say('opensAt', { when: moment(found.changes_at, here) })
  return text ? html`<p class="contact-hours" ${found.open && html`data-open`}>${text}</p>\n` : null
}

const elsewhere = ({ say, address }: Shown): Html => html`<details class="elsewhere">
<summary>${say('elsewhere')}</summary>
<p class="small">${say('elsewhereText')}</p>
<img class="qr" src="${address('/qr.svg')}" alt="${say('qr')}" width="180" height="180" loading="lazy">
</details>
<p class="small keep">${say('keep')}</p>`
