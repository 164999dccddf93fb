// A form as a page: complete without script; with one, conditions live, errors come at their field and files show their way.
import { inLanguage, type Answers, type Both, type Definition, type FormLanguage, type FormReception } from '#channels/contract'
import type { Page } from '../frame.ts'
import { html, type Html } from '../html.ts'
import { drawField, idOf } from './fields.ts'
import { words } from './words.ts'

export type Wrong = { id: string; fr: string; en: string }
export type Shown = {
  reception: FormReception
  language: FormLanguage
  isEmbedded: boolean
  origins: readonly string[]
  answers: Answers
  said: Both | null // what was refused, above the form
  wrong: readonly Wrong[]
  question: Both | null // to be answered, for who has no script
  hadFiles: boolean // files were sent and must be chosen again
  status: number
}

export const addressOfForm = (key: string, isEmbedded: boolean): string => `/f/${key}${isEmbedded ? '?embed=1' : ''}`

/** The language to draw it in: one the form speaks. */
export const spoken = ({ languages }: Definition, wanted: FormLanguage): FormLanguage =>
  languages.includes(wanted) ? wanted : (languages[0] ?? 'fr')

export function formPage(shown: Shown): Page {
  const { reception, language, isEmbedded, origins } = shown
  const { key, definition } = reception.form
  return {
    title: inLanguage(definition.title, language),
    language,
    brand: reception.brand,
    body: drawForm(shown),
    here: definition.languages.length > 1 ? addressOfForm(key, false) : null,
    styles: ['form.css'],
    script: 'form.js',
    connects: true,
    status: shown.status,
    bare: isEmbedded,
    framedBy: isEmbedded ? origins : [],
  }
}

function drawForm(shown: Shown): Html {
  const { reception, language, isEmbedded, answers, question } = shown
  const { key, definition } = reception.form
  const wrong = new Map(shown.wrong.map((each) => [each.id, each[language]]))
  const drawn = { fields: definition.fields, language, answers, wrong }
  const say = words[language]
  const query = new URLSearchParams({ ...(isEmbedded ? { embed: '1' } : {}), lang: language }).toString()
  const intro = inLanguage(definition.intro, language)
  return html`<h1>${inLanguage(definition.title, language)}</h1>
${intro !== '' && html`<p class="form-intro">${intro}</p>`}
<form class="form card stack" method="post" action="/f/${key}?${query}" enctype="multipart/form-data" novalidate data-key="${key}" data-bits="${reception.bits}" data-wait="${reception.wait_seconds}" data-language="${language}" data-words="${JSON.stringify(say)}" ${isEmbedded && html`data-origins="${shown.origins.join(' ')}"`}>
${drawTrouble(shown)}
${definition.fields.map((field) => drawField(field, drawn))}
${question && drawQuestion(question, language)}
<div class="form-trap" aria-hidden="true"><label for="website">${say.trap}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="stamp" value="${reception.stamp}"><input type="hidden" name="proof" value=""><input type="hidden" name="language" value="${language}">
<div class="form-foot"><progress class="meter" max="100" value="0" hidden></progress><p class="form-state hint" role="status"></p><button class="button" type="submit">${inLanguage(definition.button, language) || 'OK'}</button></div>
</form>` // prettier-ignore
}

function drawTrouble({ reception, language, said, wrong, hadFiles, status }: Shown): Html {
  const say = words[language]
  const fields = reception.form.definition.fields
  const named = wrong.filter(({ id }) => fields.some((field) => field.id === id))
  const label = (id: string): string => {
    const field = fields.find((each) => each.id === id)
    return field ? inLanguage(field.label, language) || id : id
  }
  return html`<div class="form-trouble" role="alert" tabindex="-1" ${status < 400 && html`hidden`}><p class="form-trouble-said">${said?.[language]}</p>
<ul>${named.map((each) => html`<li><a href="#${idOf(each.id)}">${label(each.id)}</a> <span>${each[language]}</span></li>`)}</ul>${hadFiles && html`<p>${say.files}</p>`}</div>` // prettier-ignore
}

const drawQuestion = (question: Both, language: FormLanguage): Html =>
  html`<div class="field form-question"><label for="question">${question[language]}</label><p class="hint">${words[language].robots}</p><input type="text" id="question" name="question" inputmode="numeric" autocomplete="off" maxlength="10" required></div>` // prettier-ignore
