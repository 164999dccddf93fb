// Betters a form that is whole without it: fields come and go with the answers, what is wrong is told at its field, files show their way, what
// was typed survives a closed tab on this device, and a small work is done before sending.
import { shownFields } from './form-conditions.js'

const form = document.querySelector('form.form')
const framed = document.querySelector('[data-origins]')
const sent = document.querySelector('[data-forget]')
const DRAFT_DAYS = 7
const draftName = (key) => `guichet-form-${key}`

if (framed && window.parent !== window) growWithContent(framed.dataset.origins.split(' ').filter(Boolean))
if (sent) forget(sent.dataset.forget)
if (form) better(form)

// The page around says it is there; only when it is one that may show this form is it told how tall we are, and nothing else.
function growWithContent(origins) {
  let parent = null
  const tell = () => {
    if (parent)
      window.parent.postMessage(
        { guichet: 'form:height', height: document.documentElement.getBoundingClientRect().height },
        parent,
      )
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || !origins.includes(origin) || data?.guichet !== 'form:here') return
    const first = parent === null
    parent = origin
    tell()
    if (!first || sent) window.parent.postMessage({ guichet: 'form:top' }, parent)
  })
  new ResizeObserver(tell).observe(document.documentElement)
}

function better(form) {
  document.documentElement.classList.add('scripted')
  const words = JSON.parse(form.dataset.words)
  const boxes = [...form.querySelectorAll('[data-field]')]
  const fields = boxes.map(({ dataset }) => ({ id: dataset.field, show: dataset.show ? JSON.parse(dataset.show) : null }))
  const at = { form, words, boxes, fields, opened: performance.now(), work: null }
  if (!form.querySelector('.form-trouble:not([hidden])')) takeUpDraft(at)
  showFields(at)
  startWork(at)
  form.addEventListener('input', (event) => {
    showFields(at)
    keepDraft(at)
    unsay(event.target)
  })
  form.addEventListener('change', () => showFields(at))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(at)
  })
  const trouble = form.querySelector('.form-trouble:not([hidden])')
  if (trouble) trouble.focus()
}

function answersOf({ form }) {
  const answers = {}
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith('a.')) continue
    const id = name.slice(2)
    answers[id] = [...(answers[id] ?? []), typeof value === 'string' ? value : value.name]
  }
  return answers
}

function showFields(at) {
  const shown = shownFields(at.fields, answersOf(at))
  for (const box of at.boxes) {
    const isShown = shown.has(box.dataset.field)
    if (box.hidden === isShown) box.hidden = !isShown
    for (const control of box.querySelectorAll('input, select, textarea')) control.dataset.off = isShown ? '' : 'yes'
  }
}

// ── what was typed, on this device alone, and only once something was typed ────────────────────────────────────────────────
function keepDraft({ form }) {
  const kept = [...new FormData(form)].filter(
    ([name, value]) => name.startsWith('a.') && typeof value === 'string' && value !== '',
  )
  try {
    if (kept.length > 0) localStorage.setItem(draftName(form.dataset.key), JSON.stringify({ at: Date.now(), kept }))
    else localStorage.removeItem(draftName(form.dataset.key))
  } catch {} // a browser that keeps nothing
}

function forget(key) {
  try {
    localStorage.removeItem(draftName(key))
  } catch {} // likewise
}

function takeUpDraft({ form, words }) {
  let draft = null
  try {
    draft = JSON.parse(localStorage.getItem(draftName(form.dataset.key)))
  } catch {} // likewise, or written by something else
  if (!draft || !Array.isArray(draft.kept) || Date.now() - draft.at > DRAFT_DAYS * 86_400_000) return forget(form.dataset.key)
  for (const [name, value] of draft.kept) {
    for (const control of form.elements) {
      if (control.name !== name || control.type === 'file') continue
      if (control.type === 'radio' || control.type === 'checkbox') control.checked ||= control.value === value
      else control.value = value
    }
  }
  const told = document.createElement('p')
  told.className = 'form-draft'
  told.append(words.draft)
  const erase = Object.assign(document.createElement('button'), { type: 'button', textContent: words.forget })
  erase.addEventListener('click', () => {
    form.reset()
    forget(form.dataset.key)
    told.remove()
    form.dispatchEvent(new Event('change'))
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus()
  })
  told.append(erase)
  form.prepend(told)
}

// ── the work ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
function startWork(at) {
  const stamp = at.form.elements.stamp.value
  const bits = Number(at.form.dataset.bits)
  at.work = new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./form-work.js', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }) => (worker.terminate(), resolve(data.proof)))
      worker.addEventListener('error', () => resolve(''))
      worker.postMessage({ stamp, bits })
    } catch {
      resolve('') // a browser without workers goes the way of one without script
    }
  })
}

// ── sending ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
async function send(at) {
  const { form, words } = at
  const button = form.querySelector('button[type=submit]')
  if (button.disabled) return
  const say = (text) => (form.querySelector('.form-state').textContent = text)
  button.disabled = true
  try {
    clear(at)
    say(words.working)
    const waits = Number(form.dataset.wait) * 1000 - (performance.now() - at.opened)
    form.elements.proof.value = await at.work
    if (waits > 0) await new Promise((resolve) => setTimeout(resolve, waits + 100)) // quicker than anybody reads is taken for a robot
    say(words.sending)
    const answer = await post(at)
    if (answer.status === 201) {
      forget(form.dataset.key)
      const next = new URL(answer.body.next, location.href)
      location.assign(`${next.pathname}${next.search}${form.dataset.origins === undefined ? '' : '&embed=1'}`)
      return
    }
    say('')
    refused(at, answer)
  } catch {
    say('')
    trouble(at, words.unreachable, [])
  }
  button.disabled = false
}

// XMLHttpRequest, because fetch does not tell how far an upload is.
function post({ form }) {
  const data = new FormData()
  for (const control of form.elements) {
    if (!control.name || control.dataset.off === 'yes') continue
    if (control.type === 'file') for (const file of control.files) data.append(control.name, file)
    else if ((control.type !== 'checkbox' && control.type !== 'radio') || control.checked)
      data.append(control.name, control.value)
  }
  const meter = form.querySelector('progress')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/form/${form.dataset.key}`)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      meter.hidden = total < 100_000
      meter.value = (loaded / total) * 100
    })
    request.addEventListener('loadend', () => {
      meter.hidden = true
      if (request.status > 0 && request.response) resolve({ status: request.status, body: request.response })
      else reject(new Error('no answer'))
    })
    request.send(data)
  })
}

function refused(at, { body }) {
  const { form, words } = at
  const language = form.dataset.language
  const details = body.details ?? {}
  if (details.stamp) {
    form.elements.stamp.value = details.stamp
    form.dataset.bits = details.bits
    startWork(at)
  }
  if (details.question) askQuestion(at, details.question[language])
  const wait = details.retry_after_seconds ? ` ${words.retry} ${details.retry_after_seconds}\u202f${words.seconds}.` : ''
  trouble(at, `${body[language] ?? words.unreachable}${wait}`, details.fields ?? [])
}

function askQuestion({ form }, text) {
  let field = form.querySelector('.form-question')
  if (!field) {
    field = document.createElement('div')
    field.className = 'field form-question'
    const label = Object.assign(document.createElement('label'), { htmlFor: 'question' })
    const input = Object.assign(document.createElement('input'), {
      type: 'text',
      id: 'question',
      name: 'question',
      autocomplete: 'off',
      maxLength: 10,
      inputMode: 'numeric',
    })
    field.append(label, input)
    form.querySelector('.form-foot').before(field)
  }
  field.querySelector('label').textContent = text
  field.querySelector('input').value = ''
}

function clear({ form }) {
  form.querySelector('.form-trouble').hidden = true
  for (const each of form.querySelectorAll('.wrong')) each.textContent = ''
  for (const each of form.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid')
}

function unsay(control) {
  const box = control.closest?.('[data-field]')
  if (!box) return
  const wrong = box.querySelector('.wrong')
  if (wrong) wrong.textContent = ''
  for (const each of box.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid')
}

function trouble({ form, boxes }, said, wrong) {
  const place = form.querySelector('.form-trouble')
  place.querySelector('.form-trouble-said').textContent = said
  const language = form.dataset.language
  place.querySelector('ul').replaceChildren(
    ...wrong.flatMap((each) => {
      const box = boxes.find(({ dataset }) => dataset.field === each.id)
      if (!box) return []
      const wrongPlace = box.querySelector('.wrong')
      if (wrongPlace) wrongPlace.textContent = each[language]
      for (const control of box.querySelectorAll('input, select, textarea')) control.setAttribute('aria-invalid', 'true')
      const item = document.createElement('li')
      const link = Object.assign(document.createElement('a'), { href: `#f-${each.id}`, textContent: labelOf(box) })
      link.addEventListener('click', (event) => {
        event.preventDefault()
        const control = box.querySelector('input, select, textarea') ?? box
        control.focus()
        box.scrollIntoView({ block: 'center' })
      })
      item.append(link, ` ${each[language]}`)
      return [item]
    }),
  )
  place.hidden = false
  place.focus()
}

const labelOf = (box) => {
  const label = box.querySelector('legend, label, .label')?.cloneNode(true)
  label?.querySelector('.form-optional')?.remove()
  return label?.textContent.trim() ?? ''
}
