// Where the request is: what was said and done, the latest on top, what is to come above it.
import type { PromiseHere, SaidHere } from '#portal'
import { face } from '../face.ts'
import { html, type Html } from '../html.ts'
import { prose } from '../prose.ts'
import { capital, day, moment } from './moments.ts'
import type { Shown } from './shown.ts'

const SHOWN_AT_ONCE = 8
const LONG = 1_600 // characters; the rest is behind "read on"

export function thread(shown: Shown): Html {
  const { request, say, at } = shown
  const latest = request.thread.toReversed()
  const older = latest.slice(SHOWN_AT_ONCE)
  return html`<section class="thread" aria-labelledby="thread-title">
<h2 id="thread-title">${say('thread')}</h2>
<ol class="line">
${request.promises.map((promise) => ahead(promise, shown))}${request.closed_at && html`<li class="line-mark" data-kind="closed"><p><strong>${say('ended')}</strong> <time class="small" datetime="${request.closed_at.toString()}">${moment(request.closed_at, at)}</time></p></li>\n`}${latest.slice(0, SHOWN_AT_ONCE).map((said) => message(said, shown))}${older.length > 0 && html`<li class="line-older"><details><summary>${say('earlier', { count: older.length })}</summary><ol class="line">${older.map((said) => message(said, shown))}</ol></details></li>\n`}<li class="line-mark" data-kind="began"><p><strong>${say('began')}</strong> <time class="small" datetime="${request.opened_at.toString()}">${moment(request.opened_at, at)}</time></p></li>
</ol>
${request.more && html`<p class="small">${say('older')}</p>`}</section>
`
}

const ahead = ({ due_at, what, late, day: whole }: PromiseHere, { say, at }: Shown): Html =>
  html`<li class="line-mark" data-kind="promise" ${late && html`data-late`}><p><strong>${capital(whole ? day(due_at, at) : moment(due_at, at))}</strong> <span class="small">${say(late ? 'overdue' : 'ahead')}</span><br>${what}</p></li>\n`

function message(said: SaidHere, shown: Shown): Html {
  const { say, at } = shown
  const time = html`<time class="small" datetime="${said.at.toString()}">${moment(said.at, at)}</time>`
  if (said.from === 'house') return html`<li class="line-mark" data-kind="house"><p>${said.text} ${time}</p></li>\n`
  const who = said.from === 'customer' ? say('you') : (said.by?.name ?? say('us'))
  return html`<li class="line-said" data-from="${said.from}">
<div class="line-face">${said.from === 'us' && said.by ? face({ ...said.by, photo: null }) : html`<span class="face" data-size="small" data-hue="none" aria-hidden="true"></span>`}</div>
<article aria-label="${who}">
<header><strong>${who}</strong> ${time}</header>
${body(said.text, shown)}${documents(said, shown)}</article>
</li>
`
}

function body(text: string, { say }: Shown): Html | null {
  if (text === '') return null
  if (text.length <= LONG) return prose(text)
  const cut = text.lastIndexOf('\n', LONG) > LONG / 2 ? text.lastIndexOf('\n', LONG) : LONG
  return html`${prose(text.slice(0, cut))}<details class="rest"><summary>${say('readOn')}</summary>${prose(text.slice(cut).trim())}</details>`
}

function documents({ documents: found }: SaidHere, { address, language }: Shown): Html | null {
  if (found.length === 0) return null
  return html`<ul class="documents">${found.map(
    (each) =>
      html`<li><a class="document" href="${address(`/files/${each.id}`)}" download><span class="document-kind" aria-hidden="true">${kind(each.name)}</span><span class="document-name">${each.name}</span> <span class="small">${size(each.size, language)}</span></a></li>`,
  )}</ul>`
}

const kind = (name: string): string => /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toUpperCase() ?? '•'

export function size(bytes: number, language: 'fr' | 'en'): string {
  const [unit, by] = bytes >= 1_000_000 ? ['M', 1_000_000] : bytes >= 1_000 ? ['k', 1_000] : ['', 1] // prettier-ignore
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: bytes >= 1_000_000 ? 1 : 0,
  }).format(bytes / Number(by))
  return `${number}\u00a0${unit}${language === 'fr' ? 'o' : 'B'}`
}
