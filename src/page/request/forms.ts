// What one may do: write, bring documents, say that it is solved or that it is not. Plain forms; the script only shows progress.
import { html, type Html } from '../html.ts'
import type { Shown } from './shown.ts'

export function forms(shown: Shown): Html {
  const { request } = shown
  const isClosed = request.closed_at !== null
  const answered = request.thread.some(({ from }) => from === 'us')
  return html`<section class="deeds no-print" aria-label="${shown.say('write')}">
${isClosed && notSolved(shown, true)}${write(shown)}${!isClosed && answered && html`<div class="deeds-end">${solved(shown)}${request.status === 'answered' && notSolved(shown, false)}</div>\n`}</section>
`
}

function write(shown: Shown): Html {
  const { say, draft, request } = shown
  const open = request.closed_at === null || draft !== ''
  const form = html`<form class="write stack" method="post" action="${shown.address('/messages')}" enctype="multipart/form-data" data-sending="${say('sending')}">
${hidden(shown, 'wrote')}<div class="field"><label for="text">${say('yourMessage')}</label><textarea id="text" name="text" rows="4" maxlength="20000" autocomplete="off">${draft}</textarea></div>
<div class="field"><label for="files">${say('yourDocuments')}</label><input id="files" type="file" name="files" multiple aria-describedby="files-hint"><p class="hint" id="files-hint">${say('documentsHint')}</p></div>
<progress class="meter" max="100" value="0" hidden></progress>
<div class="buttons"><button class="button">${say('send')}</button></div>
</form>`
  if (!open) return html`<details class="card" id="write"><summary>${say('write')}</summary>${form}</details>\n`
  return html`<div class="card" id="write"><h2>${say('write')}</h2>${form}</div>\n`
}

const solved = (shown: Shown): Html =>
  html`<form method="post" action="${shown.address('/messages')}">${hidden(shown, 'solved')}<button class="button" data-kind="quiet">${shown.say('solvedButton')}</button></form>`

const notSolved = (
  shown: Shown,
  prominent: boolean,
): Html => html`<details class="${prominent ? 'card not-solved' : 'not-solved'}">
<summary>${shown.say('notSolved')}</summary>
<form class="stack" method="post" action="${shown.address('/messages')}">${hidden(shown, 'not_solved')}<div class="field"><label for="why">${shown.say('notSolvedWhy')}</label><textarea id="why" name="text" rows="3" maxlength="20000" aria-describedby="why-hint"></textarea><p class="hint" id="why-hint">${shown.say('notSolvedHint')}</p></div><div class="buttons"><button class="button">${shown.say('notSolvedSend')}</button></div></form>
</details>
`

export function hidden(shown: Shown, did: string): Html {
  const { once, text } = shown.stamp()
  return html`<input type="hidden" name="stamp" value="${text}"><input type="hidden" name="once" value="${once}"><input type="hidden" name="did" value="${did}">`
}
