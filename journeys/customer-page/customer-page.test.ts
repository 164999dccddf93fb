// The customer's page and the desk, side by side: what is done on one is seen on the other, and everybody can use it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openDesk, type Colleague, type Desk, type Seat } from '../desk/scene.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') // prettier-ignore
let desk: Desk
let sofia: Colleague
before(async () => {
  desk = await openDesk()
  sofia = await desk.colleague('Sofia Martin')
})
after(() => desk.close())

type Listed = { items: { id: string; number: number; subject: string; status: string; owner: { id: string } }[] }
type Case = Listed['items'][number]

async function asked(subject: string): Promise<Case> {
  await desk.mail({ from: 'Léa Petit <lea@client.example>', subject, text: `${subject} : où en est-on ?` })
  await desk.settled()
  const found = (await desk.call<Listed>('GET', '/api/v1/cases')).items.find((each) => each.subject === subject)
  assert.ok(found)
  await desk.call('PUT', `/api/v1/cases/${found.id}/owner`, { id: found.id, owner: sofia.id })
  return { ...found, owner: { id: sofia.id } }
}
const linkTo = async ({ id }: Case): Promise<string> =>
  (await desk.call<{ path: string }>('POST', `/api/v1/cases/${id}/page-links`, {})).path
const now = async ({ id }: Case): Promise<Case> => await desk.call<Case>('GET', `/api/v1/cases/${id}`)
const answer = (of: Case, text: string) =>
  desk.call('POST', `/api/v1/cases/${of.id}/replies`, { text, cc: [], uploads: [], undo_seconds: 0, close: false })

async function customer(
  seat: Seat,
  path: string,
  look: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await seat.context.browser()!.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...look }) // a seat has a browser
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && !/status of 4/.test(message.text()) && complaints.push(message.text()),
  )
  await page.goto(desk.url + path)
  return { page, complaints }
}

const looks = [
  ['fr-FR', 'light', 390, { write: 'Ajouter un message ou un document', message: 'Votre message', files: 'Documents', send: 'Envoyer', got: 'Bien reçu', not: 'Ce n’est pas résolu', why: 'Dites-nous ce qui manque', reopen: 'Rouvrir ma demande', solved: 'C’est résolu', answered: 'Sofia vous a répondu' }],
  ['en-GB', 'dark', 1280, { write: 'Add a message or a document', message: 'Your message', files: 'Documents', send: 'Send', got: 'Received', not: 'It is not solved', why: 'Tell us what is missing', reopen: 'Reopen my request', solved: 'It is solved', answered: 'Sofia has answered you' }],
] as const // prettier-ignore

for (const [locale, colorScheme, width, say] of looks)
  test(`a customer and who answers for them, each at their window (${locale}, ${colorScheme}, ${width} pixels)`, async () => {
    const of = await asked(`Une théière ${locale}`)
    const seat = await desk.sit(sofia, { locale })
    await seat.page.goto(`${desk.url}/desk/cases/${of.id}`)
    const { page, complaints } = await customer(seat, await linkTo(of), { locale, colorScheme, viewport: { width, height: 844 } })

    await page.getByText(say.write).first().click()
    await page.getByLabel(say.message).fill('Voici la photo que vous vouliez')
    await page.getByLabel(say.files).setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: PNG })
    await page.getByRole('button', { name: say.send }).click()
    await page.getByText(say.got).waitFor()
    await seat.page.getByText('Voici la photo que vous vouliez').first().waitFor() // it came by the live line
    assert.deepEqual(await wrongs(page), [])

    await answer(of, 'C’est fait, la nouvelle est partie.')
    await comesBack(page)
    await page.getByText(say.answered).waitFor() // without anybody reloading

    await desk.call('PUT', `/api/v1/cases/${of.id}/closure`, { id: of.id })
    await comesBack(page)
    await page.getByText(say.solved, { exact: true }).first().waitFor()
    await page.reload()
    await page.getByText(say.not, { exact: true }).click()
    await page.getByLabel(say.why).fill('Elle est arrivée fêlée aussi')
    await page.getByRole('button', { name: say.reopen }).click()
    await page.waitForURL(/said=not_solved/)
    const reopened = await now(of)
    assert.deepEqual([reopened.status, reopened.owner.id], ['open', sofia.id])
    assert.deepEqual(await wrongs(page), [])
    assert.deepEqual([...complaints, ...seat.complaints], [])
    await page.context().close()
    await seat.context.close()
  })

test('without script the page does everything but refresh itself', async () => {
  const of = await asked('Sans script')
  const seat = await desk.sit(sofia)
  const { page } = await customer(seat, await linkTo(of), { javaScriptEnabled: false })
  await page.getByText('Ajouter un message ou un document').first().click()
  await page.getByLabel('Votre message').fill('Sans script aussi')
  await page
    .getByLabel('Documents')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0000\u0000 un programme') })
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Votre message').inputValue(), 'Sans script aussi')
  await page.getByLabel('Documents').setInputFiles([])
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.locator('#said').getByText('Bien reçu').waitFor()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Where your request is' }).waitFor()
  await page.context().close()
})

test('what is promised is what one sees first, a revoked link shows nothing more, and a new one can be asked for', async () => {
  const of = await asked('Une promesse')
  const seat = await desk.sit(sofia)
  await desk.call('POST', `/api/v1/cases/${of.id}/promises`, {
    what: 'Vous rappeler',
    due: { at: new Date(Date.now() + 3 * 86_400_000).toISOString() },
  })
  const { page } = await customer(seat, await linkTo(of))
  const when = page.locator('.promise-when')
  await when.waitFor()
  const size = (place: typeof when) => place.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  assert.ok((await size(when)) >= (await size(page.getByRole('heading', { level: 1 }))))
  const { items } = await desk.call<{ items: { id: string }[] }>('GET', `/api/v1/cases/${of.id}/page-links`)
  for (const { id } of items) await desk.call('DELETE', `/api/v1/cases/${of.id}/page-links/${id}`, {})
  await page.reload()
  await page.getByRole('heading', { name: 'Ce lien ne mène plus à votre page' }).waitFor()
  assert.equal(await page.getByText('Une promesse').count(), 0)
  assert.deepEqual(await wrongs(page), [])
  await page.getByLabel('L’adresse à laquelle vous nous écrivez').fill('lea@client.example')
  await page.getByRole('button', { name: 'Envoyer un nouveau lien' }).click()
  await page.getByText('Si cette adresse nous est connue').waitFor()
  await page.context().close()
})

test('at the desk a link is shown once with its code, and put out', async () => {
  const of = await asked('Au comptoir')
  const seat = await desk.sit(sofia)
  await seat.page.goto(`${desk.url}/desk/cases/${of.id}`)
  await seat.page.getByRole('button', { name: 'Montrer le lien' }).first().click()
  const dialog = seat.page.getByRole('dialog', { name: 'Lien vers la page du client' })
  await dialog.getByRole('img', { name: 'Code QR du lien' }).evaluate((image: HTMLImageElement) => image.decode())
  const address = (await dialog.locator('code').textContent()) ?? ''
  assert.equal((await fetch(address)).status, 200)
  await dialog.getByRole('button', { name: 'Fermer' }).last().click()
  await seat.page.getByRole('button', { name: 'Révoquer' }).first().click()
  await seat.page.getByRole('group').getByRole('button', { name: 'Révoquer' }).first().click()
  await seat.page.getByText('Un lien éteint').first().waitFor()
  assert.equal((await fetch(address)).status, 410)
  assert.deepEqual(seat.complaints, [])
})

// The page looks for news every ten seconds, and at once when somebody comes back to it.
const comesBack = (page: Page) => calmly(() => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))))

// It may refresh itself while it is being looked at: then it is looked at again.
async function calmly<Seen>(look: () => Promise<Seen>): Promise<Seen> {
  for (let refreshed = 0; ; refreshed++)
    try {
      return await look()
    } catch (error) {
      if (refreshed === 5 || !/context was destroyed/.test(String(error))) throw error
    }
}
const wrongs = (page: Page): Promise<string[]> => calmly(() => lookAt(page))

async function lookAt(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(excess > 0 ? [`${excess} pixels too wide`] : []),
  ]
}
