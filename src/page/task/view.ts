// The page of a task, as markup: what is asked, by when and by whom, what is passed on, and what one may do. Without script.
import { byWhen, type OutsideDeed } from '#tasks/contract'
import { html, type Html } from '../html.ts'
import { prose } from '../prose.ts'
import { size } from '../request/thread.ts'
import { deeds } from './forms.ts'
import type { Shown } from './shown.ts'

export function taskPage(shown: Shown): Html {
  return html`<div class="task" data-state="${shown.task.state}">
${flash(shown)}${hero(shown)}${standing(shown)}${deeds(shown)}${passedOn(shown)}${said(shown)}<p class="small keep">${shown.say('mail')} ${shown.say('keep')}</p>
</div>`
}

function flash({ done, problem, say, task }: Shown): Html | null {
  if (problem) return html`<p class="said" data-tone="danger" role="alert" id="said">${problem}</p>\n`
  return done ? html`<p class="said" role="status" id="said">${say(doneWord(done), { owner: task.owner.name })}</p>\n` : null
}
const doneWord = (done: OutsideDeed) => `done_${done}` as const

function hero({ task, brand, say, language, zone, now }: Shown): Html {
  const due = task.due_at === null ? null : Temporal.Instant.from(task.due_at)
  const isPast = due !== null && Temporal.Instant.compare(due, now) < 0
  return html`<header class="hero">
<p class="hero-number">${say('request', { reference: task.reference })}</p>
<p class="task-from">${say('from', { owner: task.owner.name, brand: brand.name })}</p>
<h1>${task.title}</h1>
${task.text.trim() !== '' && html`<div class="task-text">${prose(task.text.trim())}</div>`}
<p class="task-due" ${isPast && html`data-late`}>${due ? say(isPast ? 'wasDue' : 'due') : say('noDue')}${due && html` <strong><time datetime="${due.toString()}">${byWhen(due, { zone, language }, now)}</time></strong>`}</p>
${task.checklist.length > 0 && html`<div class="task-list"><h2 class="label">${say('checklist')}</h2><ul>${task.checklist.map(({ what, done_at }) => html`<li ${done_at !== null && html`data-done`}>${what}${done_at !== null && html` <span class="small">${say('done')}</span>`}</li>`)}</ul></div>`}
</header>
`
}

function standing({ task, say, done }: Shown): Html | null {
  if (done === 'answer') return null // just said
  const because = task.sent_back_because ?? ''
  const owner = task.owner.name
  const words: Readonly<Record<string, string | undefined>> = {
    answered: say('stateAnswered'), accepted: say('stateAccepted'), declined: say('stateDeclined'), cancelled: say('stateCancelled'),
    sent_back: say('stateSentBack', { owner, because }),
  } // prettier-ignore
  const text = words[task.state]
  return text ? html`<p class="task-standing" data-state="${task.state}">${text}</p>\n` : null
}

function passedOn({ task, files, say, address, language, zone, now }: Shown): Html | null {
  if (task.messages.length === 0 && files.length === 0) return null
  return html`<section class="card" aria-labelledby="shown-title">
<h2 id="shown-title">${say('shown')}</h2>
${task.messages.map(({ from, at, text }) => html`<article class="task-shown"><p class="small"><strong>${from}</strong> · ${byWhen(Temporal.Instant.from(at), { zone, language }, now)}</p>${prose(text)}</article>`)}
${files.length > 0 && html`<h3 class="label">${say('documents')}</h3><ul class="documents">${files.map(({ id, name, size: bytes }) => html`<li><a class="document" href="${address(`/files/${id}`)}" download><span class="document-name">${name}</span> <span class="small">${size(bytes, language)}</span></a></li>`)}</ul>`}
</section>
`
}

function said({ task, say, language, zone, now }: Shown): Html | null {
  const remarks = task.happened.filter(({ what }) => what === 'remarked').toReversed()
  if (task.answers.length === 0 && remarks.length === 0) return null
  const when = (at: string) =>
    html`<time class="small" datetime="${at}">${byWhen(Temporal.Instant.from(at), { zone, language }, now)}</time>`
  return html`<section class="card" aria-labelledby="said-title">
<h2 id="said-title">${say('said')}</h2>
${remarks.map(({ by, at, note }) => html`<article class="task-shown"><p><strong>${by}</strong> ${when(at)}</p>${prose(note ?? '')}</article>`)}
${task.answers.toReversed().map(({ by, at, text, files, sent_back_because }) => html`<article class="task-shown"><p><strong>${by}</strong> ${when(at)}</p>${text !== '' && prose(text)}${files.length > 0 && html`<p class="small">${files.map(({ name }) => name).join(' · ')}</p>`}${sent_back_because && html`<p class="small">${say('sentBack', { because: sent_back_because })}</p>`}</article>`)}
</section>
`
}
