// Betters the customer's page, which does without: shows progress while documents travel, and brings the page up to date by itself.
const page = document.querySelector('.request')
const news = document.querySelector('#news')

// ── what is sent ─────────────────────────────────────────────────────────────────────────────────────────────────────────
for (const form of document.querySelectorAll('form[enctype]')) form.addEventListener('submit', (event) => send(event, form))
for (const form of document.querySelectorAll('form:not([enctype])'))
  form.addEventListener('submit', () => setTimeout(() => form.querySelector('button').setAttribute('disabled', '')))

function send(event, form) {
  event.preventDefault()
  const [button, meter] = [form.querySelector('button'), form.querySelector('progress')]
  const label = button.textContent
  const request = new XMLHttpRequest()
  const rest = () => {
    button.removeAttribute('disabled')
    button.textContent = label
    meter.hidden = true
  }
  button.setAttribute('disabled', '')
  button.textContent = form.dataset.sending
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (total < 100_000) return
    meter.hidden = false
    meter.value = (100 * loaded) / total
    news.textContent = news.dataset.progress.replace('{percent}', String(Math.round(meter.value)))
  })
  request.addEventListener('load', () => {
    if (request.status === 200) return location.replace(request.responseURL)
    rest()
    complain(
      new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('#said, h1')?.textContent ??
        news.dataset.lost,
    )
  })
  request.addEventListener('error', () => (rest(), complain(news.dataset.lost)))
  request.open('POST', form.action)
  request.send(new FormData(form))
}

function complain(text) {
  const said = document.querySelector('#said') ?? document.createElement('p')
  Object.assign(said, { id: 'said', className: 'said', textContent: text })
  said.dataset.tone = 'danger'
  said.setAttribute('role', 'alert')
  document.querySelector('.write').prepend(said)
  said.scrollIntoView({ block: 'center' })
}

// ── what is new ──────────────────────────────────────────────────────────────────────────────────────────────────────────
// Asked every ten seconds while somebody looks, then less and less: a page left open costs next to nothing.
const opened = Date.now()
const pause = () => (Date.now() - opened < 300_000 ? 10_000 : Date.now() - opened < 3_600_000 ? 30_000 : 120_000)
let state = page?.dataset.state

async function look() {
  const answer = await fetch(page.dataset.news, { headers: { accept: 'application/json' } })
  if (answer.status === 404 || answer.status === 410) return location.reload()
  const now = answer.ok ? (await answer.json()).state : state
  if (now !== state) await renew()
}

async function renew() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  state = fresh.querySelector('.request')?.dataset.state ?? state
  for (const place of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${place.dataset.live}"]`)
    if (!next || next.innerHTML === place.innerHTML || place.contains(document.activeElement)) continue
    place.replaceChildren(...next.childNodes)
  }
  news.textContent = news.dataset.updated
}

const later = () => void setTimeout(() => void again(), pause())
async function again() {
  if (document.visibilityState === 'visible') await look().catch(() => {}) // the line may be down: the next look tells
  later()
}
if (page) {
  later()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look().catch(() => {})
  })
}
