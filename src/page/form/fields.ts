// How each kind of field is drawn. A label for everything, what is wrong told beside it and named by it, large targets; nothing needs a script.
import { inLanguage, MOST_TEXT, saidOf, type Answers, type Field, type FormLanguage } from '#channels/contract'
import { html, type Html } from '../html.ts'
import { words } from './words.ts'
import { acceptOf } from '#channels'

export type Drawn = {
  fields: readonly Field[]
  language: FormLanguage
  answers: Answers
  wrong: ReadonlyMap<string, string>
}

export const idOf = (field: string): string => `f-${field}`
export const nameOf = (field: string): string => `a.${field}`

export function drawField(field: Field, drawn: Drawn): Html {
  const { language, fields } = drawn
  const when = saidOf(field.show, { fields, language })
  const show = field.show && html` data-show="${JSON.stringify(field.show)}"`
  const grouped = field.kind === 'one' || field.kind === 'many'
  const attributes = html`data-field="${field.id}" data-kind="${field.kind}"${show}`
  const before = when !== '' && html`<p class="form-when hint">${words[language].askedWhen} ${when}</p>`
  const inside = drawInside(field, drawn)
  if (grouped) return html`<fieldset class="form-field field" ${attributes} id="${idOf(field.id)}" tabindex="-1" ${describedBy(field, drawn)}>${before}${inside}</fieldset>\n` // prettier-ignore
  return html`<div class="form-field field" ${attributes}>${before}${inside}</div>\n`
}

function drawInside(field: Field, drawn: Drawn): Html {
  switch (field.kind) {
    case 'explanation':
      return drawExplanation(field, drawn)
    case 'consent':
      return drawConsent(field, drawn)
    case 'one':
    case 'many':
      return html`<legend>${labelled(field, drawn)}</legend>${around(field, drawn, drawOptions(field, drawn))}`
    case 'short':
    case 'long':
    case 'email':
    case 'phone':
    case 'date':
    case 'number':
    case 'file':
      return html`<label for="${idOf(field.id)}">${labelled(field, drawn)}</label>${around(field, drawn, drawInput(field, drawn))}`
  }
}

const labelled = ({ label, required }: Field, { language }: Drawn): Html =>
  html`${inLanguage(label, language)} ${!required && html`<span class="form-optional">(${words[language].optional})</span>`}`

function around(field: Field, { language, wrong }: Drawn, control: Html): Html {
  const help = inLanguage(field.help, language)
  return html`${help !== '' && html`<p class="hint" id="${idOf(field.id)}-help">${help}</p>`}<p class="wrong" id="${idOf(field.id)}-wrong">${wrong.get(field.id)}</p>${control}` // prettier-ignore
}

function describedBy(field: Field, { language, wrong }: Drawn): Html {
  const help = inLanguage(field.help, language) === '' ? '' : `${idOf(field.id)}-help `
  return html`aria-describedby="${help}${idOf(field.id)}-wrong" ${wrong.has(field.id) && field.kind !== 'one' && field.kind !== 'many' && html`aria-invalid="true"`}` // prettier-ignore
}

const required = ({ required: is }: Field): Html | false => is && html`required`
const value = (field: Field, { answers }: Drawn): string => answers[field.id]?.[0] ?? ''

type Typed = Exclude<Field, { kind: 'explanation' | 'consent' | 'one' | 'many' }>

function drawInput(field: Typed, drawn: Drawn): Html {
  const common = html`id="${idOf(field.id)}" name="${nameOf(field.id)}" ${describedBy(field, drawn)} ${required(field)}`
  switch (field.kind) {
    case 'short':
      return html`<input type="text" ${common} maxlength="${field.max_length}" value="${value(field, drawn)}">`
    case 'long':
      return html`<textarea ${common} rows="5" maxlength="${Math.min(field.max_length, MOST_TEXT)}">${'\n'}${value(field, drawn)}</textarea>`
    case 'email':
      return html`<input type="email" ${common} autocomplete="email" inputmode="email" spellcheck="false" maxlength="320" value="${value(field, drawn)}">` // prettier-ignore
    case 'phone':
      return html`<input type="tel" ${common} autocomplete="tel" inputmode="tel" maxlength="40" value="${value(field, drawn)}">`
    case 'date':
      return html`<input type="date" ${common} ${field.earliest && html`min="${field.earliest}"`} ${field.latest && html`max="${field.latest}"`} value="${value(field, drawn)}">` // prettier-ignore
    case 'number':
      return html`<input type="text" ${common} inputmode="${field.whole ? 'numeric' : 'decimal'}" maxlength="24" value="${value(field, drawn)}">` // prettier-ignore
    case 'file':
      return html`<input type="file" ${common} accept="${acceptOf(field.accepts)}" data-most="${field.most_files}" data-bytes="${field.most_bytes}" ${field.most_files > 1 && html`multiple`}>` // prettier-ignore
  }
}

const MOST_SHOWN_OPTIONS = 8 // more than that is a list to open

function drawOptions(field: Extract<Field, { kind: 'one' | 'many' }>, drawn: Drawn): Html {
  const { language, answers, wrong } = drawn
  const chosen = answers[field.id] ?? []
  const invalid = wrong.has(field.id) && html`aria-invalid="true"`
  if (field.kind === 'one' && field.options.length > MOST_SHOWN_OPTIONS)
    return html`<select id="${idOf(field.id)}-list" name="${nameOf(field.id)}" aria-label="${inLanguage(field.label, language)}" ${invalid} ${required(field)}><option value="">${words[language].choose}</option>${field.options.map((option) => html`<option value="${option.id}" ${chosen.includes(option.id) && html`selected`}>${inLanguage(option.label, language)}</option>`)}</select>` // prettier-ignore
  const type = field.kind === 'one' ? 'radio' : 'checkbox'
  return html`<div class="form-options">${field.options.map(
    (option) => html`<label class="form-option check"><input type="${type}" name="${nameOf(field.id)}" value="${option.id}" ${invalid} ${chosen.includes(option.id) && html`checked`}> <span>${inLanguage(option.label, language)}</span></label>`,
  )}</div>` // prettier-ignore
}

function drawConsent(field: Extract<Field, { kind: 'consent' }>, drawn: Drawn): Html {
  const { language, answers } = drawn
  const box = html`<input type="checkbox" id="${idOf(field.id)}" name="${nameOf(field.id)}" value="yes" ${describedBy(field, drawn)} ${required(field)} ${answers[field.id]?.[0] === 'yes' && html`checked`}>` // prettier-ignore
  return html`<p class="label">${labelled(field, drawn)}</p>${around(field, drawn, html`<label class="form-consent check">${box} <span>${inLanguage(field.text, language)}</span></label>`)}` // prettier-ignore
}

function drawExplanation(field: Extract<Field, { kind: 'explanation' }>, { language }: Drawn): Html {
  const label = inLanguage(field.label, language)
  const text = inLanguage(field.text, language)
  return html`<div class="form-explanation">${label !== '' && html`<p class="label">${label}</p>`}${text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</div>` // prettier-ignore
}
