// The widget on somebody else's site, behind a policy that lets through only what docs/operate/chat.md asks for, against the real house.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openSite } from '../../src/page/widget/fake-guichet-for-tests.ts'
import { openPage, row, shows, write, openChats, type Chats } from './scene.ts'

type Site = Awaited<ReturnType<typeof openSite>>
let chats: Chats
let site: Site
let stranger: Site
let browser: Browser
before(async () => {
  chats = await openChats()
  const tag = () => ({ origin: chats.url, attributes: `data-widget="${chats.widget.key}"` })
  ;[site, stranger] = [await openSite(tag), await openSite(tag)]
  const { version } = await chats.call<{ version: number }>('GET', `/api/v1/widgets/${chats.widget.id}`)
  await chats.call('PATCH', `/api/v1/widgets/${chats.widget.id}`, { version, origins: [site.origin] })
  const seat = await chats.sit('director')
  browser = seat.context.browser()! // the one that was launched
  await seat.context.close()
})
after(async () => {
  site.stop()
  stranger.stop()
  await chats.close()
})

async function visit(origin: string): Promise<{ page: Page; complaints: string[]; leave: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${origin}/`)
  return { page, complaints, leave: () => context.close() }
}

test('a visitor of the brand’s own site is answered, with pictures, and the site’s policy has nothing to say', async () => {
  const agent = await chats.sit('director')
  await openPage(agent)
  const { page, complaints, leave } = await visit(site.origin)
  await page.getByRole('button', { name: 'Nous écrire' }).click()
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[type=file]').setInputFiles({ name: 'colis.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('textbox', { name: 'Votre message' }).fill('Mon colis est abîmé')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await row(agent, 'Mon colis est abîmé').click()
  await agent.page.locator('.chats-bubble', { hasText: 'Mon colis est abîmé' }).waitFor()
  await agent.page.keyboard.press('t')
  await write(agent, 'Nous le remplaçons.')
  const said = (): Promise<string[]> => page.locator('.words').allInnerTexts()
  await page.getByText('Nous le remplaçons.').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Nous écrire' }).click()
  await shows(
    async () => (await said()).filter((text) => !text.startsWith('Bonjour, je suis')),
    ['Mon colis est abîmé', 'Nous le remplaçons.'],
  )
  await page.getByRole('img', { name: /colis\.png/ }).waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(await page.context().cookies(), [])
  await Promise.all([leave(), agent.context.close()])
})

test('on a site that was not named it does not show, and the browser’s console says why', async () => {
  const { page, complaints, leave } = await visit(stranger.origin)
  await page.locator('guichet-chat').waitFor({ state: 'attached' })
  const isTold = (): boolean => complaints.some((each) => each.includes('CORS'))
  if (!isTold()) await page.waitForEvent('console', isTold)
  assert.equal(await page.getByRole('button', { name: 'Nous écrire' }).count(), 0)
  await leave()
})
