// What one may do: write, bring documents, say that it is solved or that it is not. Plain forms; the script only shows progress.
import { html, type Html } from '../html.ts'
import type { Shown } from './shown.ts'

export function forms(shown: Shown): Html {
  const { request } = shown
  const isClosed = request.closed_at !== null
  const isAnswered = request.thread.some(({ from }) => from === 'us')
  return html`<section class="deeds no-print" aria-label="${shown.say('write')}">
${isClosed && notSolved(shown)}${write(shown)}${!isClosed && isAnswered && html`<div class="deeds-end">${solved(shown)}${request.status === 'answered' && notSolved(shown)}</div>\n`}</section>
`
}

// Open where something is expected of them; else a button that opens it, without script too.
function write(shown: Shown): Html {
  const { say, draft, problem, request } = shown
  const open = draft !== '' || problem !== null || request.status === 'with_you' || request.status === 'answered'
  return html`<details class="deed" id="write" ${open && html`open`}><summary class="button" ${request.closed_at && html`data-kind="quiet"`}>${say('write')}</summary>
<form class="write stack" method="post" action="${shown.address('/messages')}" enctype="multipart/form-data" data-sending="${say('sending')}">
${hidden(shown, 'wrote')}<div class="field"><label for="text">${say('yourMessage')}</label><textarea id="text" name="text" rows="4" maxlength="20000" autocomplete="off">${draft}</textarea></div>
<div class="field"><label for="files">${say('yourDocuments')}</label><input id="files" type="file" name="files" multiple aria-describedby="files-hint"><p class="hint" id="files-hint">${say('documentsHint')}</p></div>
<progress class="meter" max="100" value="0" aria-label="${say('sending')}" hidden></progress>
<div class="buttons"><button class="button">${say('send')}</button></div>
</form></details>
`
}

const solved = (shown: Shown): Html =>
  html`<form method="post" action="${shown.address('/messages')}">${hidden(shown, 'solved')}<button class="button" data-kind="quiet">${shown.say('solvedButton')}</button></form>`

function notSolved(shown: Shown): Html {
  const { say } = shown
  return html`<details class="deed"><summary class="button" data-kind="quiet">${say('notSolved')}</summary>
<form class="stack" method="post" action="${shown.address('/messages')}">${hidden(shown, 'not_solved')}<div class="field"><label for="why">${say('notSolvedWhy')}</label><textarea id="why" name="text" rows="3" maxlength="20000" aria-describedby="why-hint"></textarea><p class="hint" id="why-hint">${say('notSolvedHint')}</p></div><div class="buttons"><button class="button">${say('notSolvedSend')}</button></div></form>
</details>
`
}

export function hidden(shown: Shown, did: string): Html {
  const { once, text } = shown.stamp()
  return html`<input type="hidden" name="stamp" value="${text}"><input type="hidden" name="once" value="${once}"><input type="hidden" name="did" value="${did}">`
}
