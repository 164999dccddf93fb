// Mail of strangers, sent by SMTP and opened at the desk in a real browser, behind the policy the server really sends.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { hostileAnswer, hostileLetters } from './hostile-letters.ts'
import { openDesk, type Desk, type Seat } from './scene.ts'

let desk: Desk
let seat: Seat
let seen: Seen
before(async () => {
  desk = await openDesk()
  seat = await desk.sit('director')
  seen = await watch(seat.context, desk.url)
})
after(async () => await desk.close())

type Seen = { ran: string[]; left: string[]; led: string[]; opened: number }

// What a letter must never bring about: script, a request to elsewhere, another page in ours, a window nobody asked for.
async function watch(context: BrowserContext, home: string): Promise<Seen> {
  const seen: Seen = { ran: [], left: [], led: [], opened: 0 }
  await context.exposeFunction('__ran', (what: string) => seen.ran.push(what))
  await context.addInitScript(() => {
    for (const name of ['alert', 'prompt', 'confirm', 'print'])
      Object.assign(globalThis, { [name]: (what: unknown) => Reflect.get(globalThis, '__ran')?.(String(what)) })
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== home) seen.left.push(request.url())
  })
  context.on('page', () => seen.opened++)
  for (const page of context.pages())
    page.on(
      'framenavigated',
      (frame) => frame === page.mainFrame() && !frame.url().startsWith(`${home}/desk/`) && seen.led.push(frame.url()),
    )
  return seen
}
const quiet: Seen = { ran: [], left: [], led: [], opened: 0 }

async function caseOf(subject: string): Promise<string> {
  await desk.settled()
  const { items } = await desk.call<{ items: { id: string; subject: string }[] }>('GET', '/api/v1/cases?limit=200')
  const found = items.find((each) => each.subject === subject || each.subject.startsWith(`${subject} <`))
  assert.ok(found, subject)
  return found.id
}

async function openFormatted(page: Page, id: string): Promise<void> {
  await page.goto(`${desk.url}/desk/cases/${id}`)
  await page.getByRole('button', { name: 'Afficher la mise en forme' }).first().click()
  await page.frameLocator('iframe.ui-mail-frame').first().getByText('lisible').first().waitFor({ state: 'attached' })
}

// Runs in the page: what stands in the frame of the letter, and whether the frame keeps to its place.
function lookInside(): string[] {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.ui-mail-frame')!
  const inside = frame.contentDocument!
  const forbidden =
    'script,form,input,button,textarea,select,iframe,object,embed,style,link,meta,base,svg,math,video,audio,template,dialog'
  const found = [...inside.body.querySelectorAll(forbidden)].map(({ tagName }) => `the tag ${tagName}`)
  for (const each of inside.body.querySelectorAll('*')) {
    for (const { name } of each.attributes)
      if (/^on|^srcdoc$|^formaction$|^id$|^name$|^ping$/.test(name)) found.push(`the attribute ${name}`)
    if (/fixed|absolute|sticky/.test(inside.defaultView!.getComputedStyle(each).position)) found.push('a place of its own')
    if (
      each instanceof inside.defaultView!.HTMLAnchorElement &&
      each.href !== '' &&
      (each.target !== '_blank' || !each.rel.includes('noopener') || !/^https?:\/\/evil/.test(each.href))
    )
      found.push(`the link ${each.href}`)
  }
  if (document.elementFromPoint(20, 20) === frame || frame.getBoundingClientRect().right > innerWidth)
    found.push('a frame that left its place')
  return found
}

for (const [name, html] of Object.entries(hostileLetters))
  test(`a letter with ${name} is read and does nothing`, async () => {
    await desk.mail({ from: 'Eve <eve@evil.example>', subject: `Lettre ${name}`, text: 'x', html })
    await openFormatted(seat.page, await caseOf(`Lettre ${name}`))
    assert.deepEqual(await seat.page.evaluate(lookInside), [])
    assert.deepEqual(seen, quiet)
  })

test('the trial notices a letter that got through', async () => {
  await openFormatted(seat.page, await caseOf('Lettre script'))
  const found = await seat.page.evaluate(`(() => {
    const inside = document.querySelector('iframe.ui-mail-frame').contentDocument
    inside.body.append(inside.createElement('form'), Object.assign(inside.createElement('a'), { href: 'https://evil.example/' }))
    return (${lookInside.toString()})()
  })()`)
  assert.deepEqual(found, ['the tag FORM', 'the link https://evil.example/'])
})

test('pictures asked for are fetched by the house, never by the reader', async () => {
  await openFormatted(seat.page, await caseOf('Lettre calling home'))
  const asked = seat.page.waitForRequest(/\/api\/v1\/image\?url=http%3A%2F%2Fevil\.example/)
  await seat.page.getByRole('button', { name: 'Afficher les images' }).first().click()
  await asked
  assert.deepEqual(seen, quiet)
})

test('an answer of ours that a program wrote is shown with the same care', async () => {
  const made = await desk.call<{ id: string }>('POST', '/api/v1/cases', {
    subject: 'Sortant',
    customer: { email: 'client@x.example' },
  })
  await desk.call('POST', `/api/v1/cases/${made.id}/replies`, { text: 'x', html: hostileAnswer })
  await openFormatted(seat.page, made.id)
  assert.deepEqual(await seat.page.evaluate(lookInside), [])
  assert.deepEqual(seen, quiet)
})

test('names, subjects and names of files are words, wherever they are shown', async () => {
  const tag = '<b class="injected">gras</b>'
  await desk.mail({
    envelope: { from: 'tag@evil.example', to: 'contact@maison.example' }, from: { name: `${tag}<img src=x onerror=alert(1)>`, address: 'tag@evil.example' },
    subject: `Objet ${tag}<script>alert(2)</script>`, text: 'https://evil.example/"onmouseover=alert(3)', attachments: [{ filename: `"><img src=x onerror=alert(4)>.html`, content: '<script>alert(5)</script>', contentType: 'text/html' }],
  }) // prettier-ignore
  const id = await caseOf('Objet')
  for (const place of [`cases/${id}`, 'cases', 'search?q=Objet', 'customers']) {
    await seat.page.goto(`${desk.url}/desk/${place}`)
    await seat.page
      .getByText('gras')
      .first()
      .waitFor({ state: 'attached' })
      .catch(() => assert.fail(`nothing is shown at ${place}`))
    assert.equal(await seat.page.locator('.injected').count(), 0, place)
  }
  assert.deepEqual(seen, quiet)
})
