// A form in a real browser: on its own page, inside another site's, and without a script.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '#base/test-browser'
import { messageReceived } from '#cases/contract'
import type { DefinitionGiven } from '#channels/contract'
import { openSite, type Site } from './test-site.ts'

const both = (fr: string, en: string) => ({ fr, en })
const draft = (origins: string[]): DefinitionGiven => ({
  title: both('Nous écrire', 'Write to us'),
  sender: { name: 'nom', email: 'courriel', phone: null },
  subject: both('{sujet}', '{sujet}'),
  origins,
  fields: [
    { id: 'sujet', kind: 'one', label: both('Sujet', 'Subject'), required: true, options: [{ id: 'colis', label: both('Un colis', 'A parcel') }, { id: 'autre', label: both('Autre', 'Other') }] },
    { id: 'suivi', kind: 'short', label: both('Numéro de suivi', 'Tracking number'), required: true, show: { when: 'all', conditions: [{ field: 'sujet', test: 'is', value: 'colis' }] } },
    { id: 'nom', kind: 'short', label: both('Votre nom', 'Your name'), required: true },
    { id: 'courriel', kind: 'email', label: both('Votre adresse', 'Your address'), required: true },
    { id: 'pieces', kind: 'file', label: both('Pièces', 'Files') },
  ],
}) // prettier-ignore

let browser: Browser
before(async () => (browser = await openBrowser()))
after(async () => await browser?.close())

type Looked = { page: Page; complaints: string[] }
async function look(address: string, how: BrowserContextOptions = {}): Promise<Looked> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...how })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()),
  )
  await page.goto(address)
  return { page, complaints }
}
const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )

test('on its page, conditions are live, what is wrong is told at its field, a closed tab loses nothing, and a number comes at once', async (t) => {
  const site = await openSite({ draft: draft([]) })
  t.after(() => site.close())
  const { page, complaints } = await look(`${site.url}/f/${site.key}`)
  assert.deepEqual(await violations(page), [])
  const tracking = page.getByLabel('Numéro de suivi')
  assert.equal(await tracking.isVisible(), false)
  await page.getByLabel('Un colis').check()
  await tracking.fill('AB123')
  site.clock.advance({ seconds: 20 })
  await page.getByRole('button', { name: 'Envoyer' }).click()
  const trouble = page.getByRole('alert')
  await trouble.getByRole('link', { name: 'Votre nom' }).waitFor()
  assert.equal(await trouble.evaluate((place) => place === document.activeElement), true, 'the summary is read out')
  assert.equal(await page.getByLabel('Votre nom').getAttribute('aria-invalid'), 'true')
  assert.deepEqual(await violations(page), [])
  await trouble.getByRole('link', { name: 'Votre nom' }).click()
  await page.keyboard.type('Camille Martin')
  await page.reload()
  assert.equal(await page.getByLabel('Votre nom').inputValue(), 'Camille Martin', 'kept on this device')
  assert.equal(await tracking.inputValue(), 'AB123')
  await page.getByLabel('Votre adresse').fill('camille@client.example')
  await page.setInputFiles('input[type=file]', { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Voici.') })
  site.clock.advance({ seconds: 20 })
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.waitForURL(/\/sent\?/)
  assert.match(await page.locator('.form-number').innerText(), /\d/)
  assert.deepEqual(await violations(page), [])
  await page.goto(`${site.url}/f/${site.key}`)
  assert.equal(await page.getByLabel('Votre nom').inputValue(), '', 'and forgotten once sent')
  assert.deepEqual(complaints, [])
  assert.deepEqual(await kinds(site), ['message'])
})

const kinds = async (site: Site): Promise<string[]> => (await site.heard(messageReceived)).map(({ kind }) => kind)

test('without a script it is whole: every question with its condition in words, what was typed comes back, and a number at once', async (t) => {
  const site = await openSite({ draft: draft([]) })
  t.after(() => site.close())
  const { page } = await look(`${site.url}/f/${site.key}?lang=en`, { javaScriptEnabled: false })
  await page.getByText('To be filled in if “Subject” is “A parcel”').waitFor()
  await page.getByLabel('Other').check()
  await page.getByLabel('Your name').fill('Camille <b>Martin</b>')
  site.clock.advance({ seconds: 20 })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Your address' }).waitFor()
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Camille <b>Martin</b>')
  await page.getByLabel('Your address').fill('camille@client.example')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.form-number').waitFor()
  assert.deepEqual(await kinds(site), ['message'])
})

test('another site shows it in a frame that grows with it; a site it does not name may not', async (t) => {
  let inside = ''
  const host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(inside)).listen(0, '127.0.0.1')
  await once(host, 'listening')
  t.after(() => host.close())
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}` // listening on TCP
  const site = await openSite({ draft: draft([origin]) })
  t.after(() => site.close())
  inside = `<!doctype html><html lang="fr"><title>Boutique</title><h1>Boutique</h1><script async src="${site.url}/form.js" data-form="${site.key}"></script>`
  const { page, complaints } = await look(origin)
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Autre').check()
  const height = (): Promise<number> => page.locator('iframe').evaluate((each) => each.getBoundingClientRect().height)
  await page.waitForFunction(() => document.querySelector('iframe')!.getBoundingClientRect().height !== 640)
  const before = await height()
  await frame.getByLabel('Un colis').check()
  await page.waitForFunction((was) => document.querySelector('iframe')!.getBoundingClientRect().height > was, before)
  await frame.getByLabel('Numéro de suivi').fill('AB123')
  await frame.getByLabel('Votre nom').fill('Camille')
  await frame.getByLabel('Votre adresse').fill('camille@client.example')
  site.clock.advance({ seconds: 20 })
  await frame.getByRole('button', { name: 'Envoyer' }).click()
  await frame.locator('.form-number').waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(await kinds(site), ['message'])
  const policy = (await fetch(`${site.url}/f/${site.key}?embed=1`)).headers.get('content-security-policy') ?? ''
  assert.ok(policy.endsWith(`frame-ancestors 'self' ${origin}`), policy) // ourselves, and whom the form names
  const alone = (await fetch(`${site.url}/f/${site.key}`)).headers.get('content-security-policy') ?? ''
  assert.ok(alone.endsWith("frame-ancestors 'none'"), alone)
})
