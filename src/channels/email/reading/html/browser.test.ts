import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#base/test-browser'
import { cleanHtml } from './clean-html.ts'
import { HOSTILE } from './hostile-inputs.ts'

/** A bare document, no sandbox and no policy: what `cleanHtml` gives has to be harmless by itself. */
const HOME = 'http://desk.test/'

let browser: Browser
let page: Page
let body = ''
let calls: string[] = []

before(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addInitScript(() => {
    const ran: string[] = []
    Object.assign(globalThis, { ran })
    for (const name of ['alert', 'prompt', 'confirm', 'print']) Object.assign(globalThis, { [name]: () => ran.push(name) })
  })
  await page.route('**/*', async (route) => {
    if (route.request().url() === HOME) return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    calls.push(route.request().url())
    return route.abort()
  })
})

after(() => browser.close())

type Seen = { ran: string[]; tags: string[]; attributes: string[]; is_stable: boolean; outside: number }

async function show(html: string): Promise<Seen> {
  calls = []
  body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>${html}</body>`
  await page.goto(HOME, { waitUntil: 'load' })
  return page.evaluate(() => {
    const elements = [...document.body.querySelectorAll('*')]
    const again = document.createElement('body')
    again.innerHTML = document.body.innerHTML
    return {
      ran: (globalThis as unknown as { ran: string[] }).ran, // put there by the init script above
      tags: [...new Set(elements.map((element) => element.tagName.toLowerCase()))],
      attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
      is_stable: again.innerHTML === document.body.innerHTML,
      outside: elements.filter((element) => /fixed|absolute|sticky/.test(getComputedStyle(element).position)).length,
    }
  })
}

test('the trap itself works: uncleaned, the same inputs run scripts and call home', async () => {
  const seen = await show('<img src="http://evil.test/x.png" onerror="alert(1)">')
  await page.waitForFunction(() => (globalThis as unknown as { ran: string[] }).ran.length > 0) // put there by the init script above
  assert.deepEqual([...new Set(calls)], ['http://evil.test/x.png'])
  assert.deepEqual(seen.tags, ['img'])
})

const FORBIDDEN_TAG =
  /^(script|style|link|meta|base|iframe|frame|object|embed|form|input|button|select|textarea|svg|math|video|audio|template|noscript|applet)$/
const FORBIDDEN_ATTRIBUTE = /^(on.*|id|name|class|srcdoc|formaction|action|background|srcset|ping|xlink:.*)$/

for (const [index, hostile] of HOSTILE.entries()) {
  test(`hostile HTML ${index} is inert in a bare document: ${JSON.stringify(hostile.slice(0, 60))}`, async () => {
    const seen = await show(cleanHtml(hostile).html)
    assert.deepEqual(seen.ran, [], 'a script ran')
    assert.deepEqual(
      calls.filter((url) => !url.startsWith('cid:')),
      [],
      'a request left',
    )
    assert.deepEqual(
      seen.tags.filter((tag) => FORBIDDEN_TAG.test(tag)),
      [],
    )
    assert.deepEqual(
      seen.attributes.filter((name) => FORBIDDEN_ATTRIBUTE.test(name)),
      [],
    )
    assert.equal(seen.outside, 0, 'something leaves its box')
    assert.ok(seen.is_stable, 'read again, the document is another one')
  })
}
