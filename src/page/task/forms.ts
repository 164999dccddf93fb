// What whoever was asked may do: answer first, everything else behind a button that opens without script.
import type { OutsideDeed } from '#tasks/contract'
import { html, type Html, type Piece } from '../html.ts'
import type { Shown } from './shown.ts'

export function deeds(shown: Shown): Html | null {
  const { row } = shown
  const isOver = row.accepted_at !== null || row.cancelled_at !== null
  const isOwed = !isOver && row.begun_at !== null && row.answered_at === null && row.declined_at === null
  if (isOver) return null
  return html`<div class="deeds no-print">
${isOwed && answer(shown)}${isOwed && !row.seen_at && seen(shown)}<div class="deeds-end">${ask(shown)}${isOwed && other(shown)}${isOwed && decline(shown)}</div>
</div>
`
}

function form(shown: Shown, did: OutsideDeed, inside: Piece): Html {
  const { once, text } = shown.stamp(did)
  return html`<form class="stack" method="post" action="${shown.address()}" enctype="multipart/form-data"><input type="hidden" name="stamp" value="${text}"><input type="hidden" name="once" value="${once}"><input type="hidden" name="did" value="${did}">${inside}</form>`
}

const draftOf = ({ tried, draft }: Shown, did: OutsideDeed): string => (tried === did ? draft : '')
const isTried = ({ tried }: Shown, did: OutsideDeed): Html | false => tried === did && html`open`

function answer(shown: Shown): Html {
  const { say, task } = shown
  return html`<section class="card" aria-labelledby="answer-title"><h2 id="answer-title">${say('answer')}</h2>
${form(
  shown,
  'answer',
  html`<div class="field"><label class="unseen" for="text">${say('answer')}</label><textarea id="text" name="text" rows="6" maxlength="20000" autocomplete="off" aria-describedby="text-hint">${draftOf(shown, 'answer')}</textarea><p class="hint" id="text-hint">${say('answerHint', { owner: task.owner.name })}</p></div>
<div class="field"><label for="files">${say('yourDocuments')}</label><input id="files" type="file" name="files" multiple aria-describedby="files-hint"><p class="hint" id="files-hint">${say('documentsHint')}</p></div>
<div class="buttons"><button class="button">${say('send')}</button></div>`,
)}</section>
`
}

const seen = (shown: Shown): Html =>
  html`<div class="task-seen">${form(shown, 'seen', html`<button class="button" data-kind="quiet" aria-describedby="seen-hint">${shown.say('seen')}</button><p class="hint" id="seen-hint">${shown.say('seenHint', { owner: shown.task.owner.name })}</p>`)}</div>\n`

function ask(shown: Shown): Html {
  const { say, task } = shown
  return html`<details class="deed" ${isTried(shown, 'ask')}><summary class="button" data-kind="quiet">${say('ask')}</summary>
${form(shown, 'ask', html`<div class="field"><label for="question">${say('askLabel', { owner: task.owner.name })}</label><textarea id="question" name="text" rows="3" maxlength="4000" required>${draftOf(shown, 'ask')}</textarea></div><div class="buttons"><button class="button">${say('askSend')}</button></div>`)}</details>
`
}

function other(shown: Shown): Html {
  const { say, task } = shown
  return html`<details class="deed" ${isTried(shown, 'other')}><summary class="button" data-kind="quiet">${say('other')}</summary>
${form(shown, 'other', html`<div class="field"><label for="other">${say('otherLabel')}</label><input id="other" name="other" maxlength="300" required aria-describedby="other-hint"><p class="hint" id="other-hint">${say('otherHint', { owner: task.owner.name })}</p></div><div class="field"><label for="other-why">${say('otherWhy')}</label><textarea id="other-why" name="text" rows="2" maxlength="600">${draftOf(shown, 'other')}</textarea></div><div class="buttons"><button class="button">${say('otherSend')}</button></div>`)}</details>
`
}

function decline(shown: Shown): Html {
  const { say } = shown
  return html`<details class="deed" ${isTried(shown, 'decline')}><summary class="button" data-kind="quiet">${say('decline')}</summary>
${form(shown, 'decline', html`<div class="field"><label for="why">${say('declineLabel')}</label><textarea id="why" name="text" rows="3" maxlength="1000" required aria-describedby="why-hint">${draftOf(shown, 'decline')}</textarea><p class="hint" id="why-hint">${say('declineHint')}</p></div><div class="buttons"><button class="button">${say('declineSend')}</button></div>`)}</details>
`
}
