// Every page of cases, for everybody: axe finds nothing, in both languages and both themes, on a phone too; and with the keyboard alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from '../../src/desk/browser-for-tests.ts'
import { openDesk, together, unhurried, type Desk, type Seat } from './scene.ts'

let desk: Desk
let id: string
before(async () => {
  desk = await openDesk()
  await desk.mail({
    from: 'Nadia <nadia@client.example>',
    subject: 'Premier dossier',
    text: 'Bonjour, où est mon colis ?\n\n> cité',
    attachments: [{ filename: 'bon.txt', content: 'x' }],
  })
  await desk.mail({ from: 'Tom <tom@client.example>', subject: 'Second case', text: 'Hello' })
  await desk.settled()
  const { items } = await desk.call<{ items: { id: string; subject: string }[] }>('GET', '/api/v1/cases')
  id = items.find(({ subject }) => subject === 'Premier dossier')?.id ?? ''
  await desk.call('POST', `/api/v1/cases/${id}/notes`, { text: 'Une note' })
  await desk.call('POST', `/api/v1/cases/${id}/replies`, { text: 'Il arrive.' })
  await desk.settled()
})
after(async () => await desk.close())

const pages = (): [string, (seat: Seat) => Promise<unknown>][] => [
  ['/desk/', ({ page }) => page.locator('.cases-line').first().waitFor()],
  ['/desk/cases?status=all', ({ page }) => page.locator('.cases-line').first().waitFor()],
  ['/desk/search?q=colis', ({ page }) => page.locator('.cases-line').first().waitFor()],
  ['/desk/search', ({ page }) => page.getByRole('heading', { level: 1 }).waitFor()],
  [`/desk/cases/${id}`, ({ page }) => page.locator('.ui-message').first().waitFor()],
]

for (const [locale, colorScheme, width] of [
  ['fr-FR', 'light', 1440],
  ['en-GB', 'dark', 1440],
  ['fr-FR', 'dark', 390],
] as const)
  // prettier-ignore
  test(`everybody can use every page of cases (${locale}, ${colorScheme}, ${width} pixels)`, async () => {
    const seat = await desk.sit('director', { locale, colorScheme, viewport: { width, height: 844 } })
    for (const [address, ready] of pages()) {
      await seat.page.goto(desk.url + address)
      await ready(seat)
      assert.equal(await seat.page.getAttribute('html', 'lang'), locale.slice(0, 2))
      assert.deepEqual(await violations(seat.page), [], address)
      assert.equal(await seat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${address} fits`)
    }
    await seat.page.locator('.cases-composer-invite').click()
    await seat.page.locator('.ui-editor-text').waitFor()
    assert.deepEqual(await violations(seat.page), [], 'while answering')
    await seat.page.locator('.cases-composer-head').getByRole('radio').nth(1).click()
    await seat.page.locator('.cases-mentioning textarea').waitFor()
    assert.deepEqual(await violations(seat.page), [], 'while noting')
    assert.deepEqual(seat.complaints, [])
    await seat.context.close()
  })

test('the walk needs no mouse: find, open, answer with a template, hold back, note, close, reopen, go on', async () => {
  await desk.call('POST', '/api/v1/templates', {
    name: 'Accueil',
    language: 'fr',
    html: '<p>Bonjour {{customer.name}}, dossier {{case.number}}.</p>',
  })
  const seat = await desk.sit('director')
  const { page } = seat
  const { keyboard } = page
  await page.locator('.cases-line').first().waitFor()
  await keyboard.press('/')
  await keyboard.type('colis')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Recherche', level: 1 }).waitFor()
  await page.locator('.cases-line', { hasText: 'Premier dossier' }).waitFor()
  await keyboard.press('Escape') // leaves the field, so that single keys mean something again
  await page.locator('.cases-long').evaluate(() => (document.activeElement as HTMLElement | null)?.blur()) // what Escape does not: a search field keeps the focus
  await together(seat, 'g', 'm')
  await page.getByRole('heading', { name: 'Mes dossiers', level: 1 }).waitFor()
  await page.locator('.cases-line', { hasText: 'Premier dossier' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Premier dossier', level: 1 }).waitFor()
  await keyboard.press('r')
  await page.locator('.ui-editor-text').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('ui-editor-text'))
  await keyboard.press('/')
  await page.getByRole('dialog', { name: 'Insérer un modèle' }).waitFor()
  await keyboard.type('Acc')
  await page.getByRole('option', { name: /Accueil/ }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.locator('.ui-editor-text', { hasText: 'Bonjour Nadia, dossier' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('ui-editor-text'))
  await unhurried(seat)
  await keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Annuler l’envoi' }).waitFor()
  await page.getByRole('button', { name: 'Annuler l’envoi' }).press('Enter')
  await page.locator('.ui-editor-text', { hasText: 'Bonjour Nadia, dossier' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('ui-editor-text'))
  await keyboard.press('Escape')
  await page.locator('.cases-composer').waitFor({ state: 'detached' })
  await keyboard.press('e')
  await page.getByText('Dossier clos.', { exact: true }).waitFor()
  await page.getByRole('button', { name: /Rouvrir/ }).waitFor()
  await keyboard.press('e')
  await page.getByRole('button', { name: /Clore/ }).waitFor()
  await keyboard.press('u')
  await page.getByRole('heading', { name: 'Mes dossiers', level: 1 }).waitFor()
  assert.deepEqual(seat.complaints, [])
  await seat.context.close()
})

test('a case opened by hand has the customer’s words and an owner', async () => {
  const seat = await desk.sit('director')
  const { page } = seat
  await page.locator('.cases-line').first().waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Nouveau dossier' })
  await dialog.getByRole('textbox', { name: /Objet/ }).fill('Au comptoir')
  await dialog.getByRole('textbox', { name: 'Adresse du client' }).fill('paul@client.example')
  await dialog.getByRole('textbox', { name: 'Ce que le client a demandé' }).fill('Un échange de taille.')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await page.getByRole('heading', { name: 'Au comptoir', level: 1 }).waitFor()
  await page.getByText('Un échange de taille.').waitFor()
  await page.locator('.cases-owners', { hasText: 'Inès Fournier' }).waitFor()
  await seat.context.close()
})
