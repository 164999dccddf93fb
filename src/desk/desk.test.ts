// The desk in a browser: every piece of the floor, in both themes and both languages, under the policy it will live with.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { buildDesk, violations, type BuiltDesk } from './browser-for-tests.ts'

let desk: BuiltDesk
before(async () => (desk = await buildDesk()))
after(() => desk.close())

const wide = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const
const ready = (page: Page) => page.waitForSelector('.ui-editor-text')

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['fr-FR', 'en-GB'])
    test(`everybody can use every piece of the floor (${colorScheme}, ${locale})`, async () => {
      const { page, complaints, elsewhere } = await desk.open('/desk/design', { ...wide, colorScheme, locale })
      await ready(page)
      assert.equal(await page.getAttribute('html', 'lang'), locale.slice(0, 2))
      assert.deepEqual(await violations(page), [])
      assert.deepEqual({ complaints, elsewhere }, { complaints: [], elsewhere: [] })
    })

test('axe notices a button without a name', async () => {
  const { page } = await desk.open('/desk/design', wide)
  await ready(page)
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  assert.match((await violations(page)).join(), /button-name/)
})

test('what opens on top is as usable, keeps the focus and gives it back', async () => {
  const { page, complaints } = await desk.open('/desk/design', { ...wide, locale: 'fr-FR' })
  await ready(page)
  const opener = page.getByRole('button', { name: 'Une question' })
  await opener.click()
  await page.getByRole('dialog').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.textContent === 'Une question')
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menu').waitFor()
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
})

test('the keyboard reaches the search, the palette and the list of keys', async () => {
  const { page } = await desk.open('/desk/design', { ...wide, locale: 'fr-FR' })
  await ready(page)
  await page.keyboard.press('/')
  await page.waitForFunction(() => document.activeElement?.matches('.desk-search input'))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Palette de commandes' }).waitFor()
  await page.keyboard.type('raccou')
  await page.getByRole('option', { name: /Afficher les raccourcis/ }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor()
  assert.deepEqual(await violations(page), [])
})

test('a button of which one sees only the drawing tells its name to who points at it or comes by keyboard', async () => {
  const { page, complaints } = await desk.open('/desk/design', { ...wide, locale: 'fr-FR' })
  await ready(page)
  const button = page.locator('.ui-button[data-square]:visible').first()
  const name = (await button.getAttribute('aria-label')) ?? ''
  await button.hover()
  await page.locator('.ui-hint', { hasText: name }).waitFor()
  await page.mouse.move(0, 0)
  await page.locator('.ui-hint').waitFor({ state: 'detached' })
  assert.ok(name !== '')
  assert.deepEqual(complaints, [])
})

test('the HTML of a message runs nothing, fetches nothing until asked, and is shown whole', async () => {
  const { page, elsewhere } = await desk.open('/desk/design', { ...wide, locale: 'fr-FR' })
  await page.route('https://tracker.example.org/**', (route) => route.abort())
  await ready(page)
  const frame = page.frameLocator('.ui-mail-frame')
  await frame.getByText('est en route').waitFor()
  assert.equal(
    await frame.getByRole('heading', { name: 'Boutique Lumen' }).evaluate((node) => getComputedStyle(node).color),
    'rgb(138, 43, 43)',
  ) // its own style
  assert.equal(await page.title().then((title) => title.includes('broken')), false)
  assert.deepEqual(elsewhere, [])
  assert.ok(
    await page
      .locator('.ui-mail-frame')
      .evaluate(
        (node) =>
          node instanceof HTMLIFrameElement && node.clientHeight >= (node.contentDocument?.documentElement.scrollHeight ?? 1e9),
      ),
  )
  const [asked] = await Promise.all([
    page.waitForRequest('**/api/v1/image?url=*'), // our own server fetches it: the sender learns neither who reads nor from where
    page.getByRole('button', { name: 'Afficher les images' }).click(),
  ])
  assert.match(asked.url(), /url=https%3A%2F%2Ftracker\.example\.org/)
  assert.deepEqual(elsewhere, [])
})

test('the language changes without a reload, and is remembered', async () => {
  const { page } = await desk.open('/desk/design', { ...wide, locale: 'fr-FR' })
  await ready(page)
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  await page.getByRole('button', { name: 'Apparence' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Names have faces' }).waitFor()
  assert.equal(await page.evaluate(() => 'stayed' in globalThis), true)
  await page.reload()
  await page.getByRole('heading', { name: 'Names have faces' }).waitFor()
})

for (const width of [360, 390, 768])
  test(`nothing is cut off at ${width} pixels`, async () => {
    const { page } = await desk.open('/desk/design', { ...wide, viewport: { width, height: 800 } })
    await ready(page)
    const room = await page.evaluate(() =>
      [document.documentElement, document.querySelector('main')].map((node) => (node ? node.scrollWidth - node.clientWidth : 1)),
    )
    assert.deepEqual(room, [0, 0])
  })

test('an address that leads nowhere says so, in the frame', async () => {
  const { page } = await desk.open('/desk/nowhere/at/all', { ...wide, locale: 'fr-FR' })
  await page.getByRole('heading', { name: 'Il n’y a rien à cette adresse' }).waitFor()
  assert.deepEqual(await violations(page), [])
})

test('what must arrive before anything is shown stays within its budget', async () => {
  const html = await readFile(join(desk.folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/desk\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  assert.ok(scripts.length > 0)
  const sizes = await Promise.all(
    scripts.map(async (path) => gzipSync(await readFile(join(desk.folder, path)), { level: 9 }).length),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(total <= 208_000, `${total} bytes gzipped, of 250,000 for the first useful screen with its own chunk`)
})
