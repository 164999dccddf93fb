// A promise made while answering is noted, kept in sight, and told when it breaks; an article goes into an answer and onto the help pages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from '../../src/desk/browser-for-tests.ts'
import { openDesk, type Desk } from './scene.ts'

let desk: Desk
before(async () => (desk = await openDesk()))
after(() => desk.close())

// React Aria says for seven seconds that a button is done, by a node that names it, even if the button went with what it did. Then we look.
async function flawless(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[data-live-announcer] [role=img]'))
  assert.deepEqual(await violations(page), [])
}

async function caseFrom(subject: string): Promise<string> {
  await desk.mail({
    from: 'Camille Martin <camille@client.example>',
    to: 'contact@maison.example',
    subject,
    text: 'Bonjour, où en est ma commande ?',
  })
  await desk.settled()
  const { items } = await desk.call<{ items: { id: string; subject: string }[] }>('GET', '/api/v1/cases?status=open')
  return items.find((each) => each.subject === subject)!.id
}

test('what is promised in an answer is offered, noted with a click, and stands beside the case and on the page of promises', async () => {
  const id = await caseFrom('Lampe Séraphine')
  const { page, complaints } = await desk.sit('director', { locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  await page.goto(`${desk.url}/desk/cases/${id}`)
  await page.getByText('Rien n’est promis dans ce dossier.').waitFor()
  await page.keyboard.press('r')
  await page.locator('.ui-editor-text').fill('Bonjour, je vérifie et je vous rappelle demain avant midi.')
  await page.getByRole('button', { name: 'Noter la promesse' }).click()
  await page.locator('.commitments-one', { hasText: 'Je vérifie et je vous rappelle demain avant midi.' }).first().waitFor()
  await flawless(page)
  await page.goto(`${desk.url}/desk/promises`)
  await page.locator('.commitments-row').getByText('Camille Martin').waitFor()
  await flawless(page)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.getByText('Rien n’est promis', { exact: true }).waitFor()
  assert.deepEqual(complaints, [])
})

test('a promise is written by hand as one would say it, in English too, and moving it sends the customer a word', async () => {
  const id = await caseFrom('A lamp for the attic')
  const { page, complaints } = await desk.sit('director', { locale: 'en-GB', timezoneId: 'Europe/Paris' })
  await page.goto(`${desk.url}/desk/cases/${id}`)
  await page
    .getByRole('button', { name: /^Promise\b/ })
    .first()
    .waitFor()
  await page.keyboard.press('p')
  await page.getByLabel(/^What/).fill('Send you the quote')
  await page.getByLabel(/^By when/).fill('friday')
  await page.getByText(/^Understood/).waitFor()
  await flawless(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Promise' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Move', exact: true }).first().click()
  await page.getByLabel(/^By when/).fill('in 3 weeks')
  await page.getByText(/^Understood/).waitFor()
  await page.getByLabel(/^Why/).fill('The supplier is late')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await page.getByText(/^Now due/).waitFor()
  const { conversations } = await desk.call<{ conversations: { interactions: { direction: string; text: string }[] }[] }>(
    'GET',
    `/api/v1/cases/${id}`,
  )
  assert.match(
    conversations[0]!.interactions.find(({ direction, text }) => direction === 'out' && text.includes('expected'))?.text ?? '',
    /instead/,
  )
  assert.deepEqual(complaints, [])
})

test('whoever answers for a promise is told when it breaks, wherever they are', async () => {
  const id = await caseFrom('Une ampoule grillée')
  const { page } = await desk.sit('director', { locale: 'fr-FR' })
  await page.goto(`${desk.url}/desk/articles`)
  await page.getByRole('heading', { name: 'Articles', exact: true }).waitFor()
  await desk.call('POST', `/api/v1/cases/${id}/promises`, {
    what: 'Vous envoyer une ampoule',
    due: { at: new Date(Date.now() + 4_000).toISOString() },
  })
  await page.getByText('En retard : Vous envoyer une ampoule').waitFor()
})

test('an article is written, published, read by a customer without a script, and put into an answer', async () => {
  const id = await caseFrom('Renvoyer la lampe')
  const { page, context, complaints } = await desk.sit('director', { locale: 'fr-FR' })
  await page.goto(`${desk.url}/desk/articles`)
  await page.getByText('Pas encore d’article').waitFor()
  await page.keyboard.press('c')
  await page.getByLabel(/^Titre/).fill('Renvoyer une lampe')
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.locator('.ui-editor-text').fill('Emballez-la dans son carton.')
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByText('Tout est publié.').waitFor()
  await flawless(page)
  const path = await page.getByRole('link', { name: 'Voir la page' }).getAttribute('href')
  const customer = await context.browser()!.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  const help = await customer.newPage()
  await help.goto(desk.url + path!)
  await help.getByText('Emballez-la dans son carton.').waitFor()
  await help.getByRole('link', { name: 'Toute l’aide' }).click()
  await help.getByRole('link', { name: /Renvoyer une lampe/ }).waitFor()
  await customer.close()
  await page.goto(`${desk.url}/desk/cases/${id}`)
  await page.getByText('Rien n’est promis dans ce dossier.').waitFor()
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Articles', exact: true }).click()
  await page.getByRole('button', { name: 'Insérer le texte' }).click()
  await page.locator('.ui-editor-text', { hasText: 'Emballez-la dans son carton.' }).waitFor()
  assert.deepEqual(complaints, [])
})
