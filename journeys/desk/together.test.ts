// Several people at their desks at once: what one does, the others see without asking.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, type Colleague, type Desk, type Seat } from './scene.ts'

let desk: Desk
let camille: Colleague
before(async () => {
  desk = await openDesk()
  camille = await desk.colleague('Camille Moreau')
})
after(async () => await desk.close())

type Listed = { items: { id: string; subject: string; version: number }[] }

async function caseNamed(subject: string): Promise<{ id: string; version: number }> {
  await desk.mail({ from: 'Nadia Benali <nadia@atelier.example>', subject, text: `Bonjour, ${subject} ?` })
  await desk.settled()
  const { items } = await desk.call<Listed>('GET', '/api/v1/cases')
  const found = items.find((each) => each.subject === subject)
  assert.ok(found)
  return found
}

async function openBoth(id: string): Promise<[Seat, Seat]> {
  const seats = [await desk.sit('director'), await desk.sit(camille)] as const
  for (const { page } of seats) {
    await page.goto(`${desk.url}/desk/cases/${id}`)
    await page.locator('.cases-owners').waitFor()
  }
  return [seats[0], seats[1]]
}
const leave = (seats: readonly Seat[]) => Promise.all(seats.map(({ context }) => context.close()))

test('who takes a case is seen at once on the other desk, with how it came about', async () => {
  const { id } = await caseNamed('Prendre')
  const seats = await openBoth(id)
  const [hers, camilles] = seats
  await camilles.page.keyboard.press('t')
  await camilles.page.getByText('Le dossier est à vous.').waitFor()
  await hers.page.locator('.cases-owners', { hasText: 'a pris le dossier' }).waitFor()
  await hers.page.locator('.cases-owners', { hasText: 'Camille Moreau' }).waitFor()
  await hers.page.getByRole('button', { name: 'Qui en a répondu' }).click()
  await hers.page
    .getByRole('dialog')
    .filter({ hasText: /Camille Moreau.*Inès Fournier/s })
    .waitFor()
  await leave(seats)
})

test('one sees who looks at the same case and who writes, and is warned before answering twice', async () => {
  const { id } = await caseNamed('Ensemble')
  const seats = await openBoth(id)
  const [hers, camilles] = seats
  await hers.page.getByText('Camille Moreau regarde aussi ce dossier').first().waitFor()
  await hers.page.keyboard.press('r')
  await hers.page.locator('.ui-editor-text').focus()
  await hers.page.keyboard.type('Je réponds')
  await camilles.page.locator('.cases-watching', { hasText: 'Inès Fournier est en train d’écrire' }).waitFor()
  await camilles.page.keyboard.press('r')
  await camilles.page.locator('.ui-editor-text').focus()
  await camilles.page.keyboard.type('Moi aussi')
  await hers.page.getByText('Camille Moreau est aussi en train d’écrire').waitFor()
  await camilles.page.keyboard.press('Control+Enter')
  await hers.page.getByText('Entre-temps, Camille Moreau a répondu au client').waitFor()
  await hers.page.keyboard.press('Control+Enter')
  await hers.page.getByRole('button', { name: /Envoyer quand même/ }).waitFor()
  await hers.page.locator('.ui-message[data-direction="out"]').first().waitFor()
  assert.equal(await hers.page.locator('.ui-message[data-direction="out"]').count(), 1)
  await leave(seats)
})

test('a hand-over is offered with a word, waits on top of the other’s list, and is accepted in place', async () => {
  const { id } = await caseNamed('Passation')
  const seats = [await desk.sit('director'), await desk.sit(camille)]
  const [hers, camilles] = seats as [Seat, Seat]
  await camilles.page.getByRole('heading', { name: 'Mes dossiers' }).waitFor()
  await hers.page.goto(`${desk.url}/desk/cases/${id}`)
  await hers.page.locator('.cases-owners').waitFor()
  await hers.page.keyboard.press('b')
  const dialog = hers.page.getByRole('dialog', { name: 'Passer la main' })
  await dialog.getByRole('combobox').fill('Cam')
  await hers.page.getByRole('option', { name: /Camille Moreau/ }).click()
  await dialog.getByRole('textbox', { name: 'Un mot pour cette personne' }).fill('Elle veut une date avant samedi.')
  await dialog.getByRole('button', { name: 'Proposer la passation' }).click()
  await hers.page.getByText('qui n’a pas encore répondu').waitFor()
  const offer = camilles.page.locator('.cases-offer', { hasText: 'Passation' })
  await offer.getByText('Elle veut une date avant samedi.').waitFor()
  await offer.getByRole('button', { name: 'Accepter' }).click()
  await camilles.page.locator('.cases-line', { hasText: 'Passation' }).waitFor()
  await hers.page.locator('.cases-owners', { hasText: 'a accepté la passation' }).waitFor()
  await leave(seats)
})

test('a subject changed by two at once shows both and lets one choose', async () => {
  const { id, version } = await caseNamed('Objet premier')
  const seat = await desk.sit('director')
  const { page } = seat
  await page.goto(`${desk.url}/desk/cases/${id}`)
  await page.getByRole('button', { name: 'Modifier l’objet' }).click()
  await page.getByRole('textbox', { name: 'Objet' }).fill('Le mien')
  await desk.call('PATCH', `/api/v1/cases/${id}`, { version, subject: 'Le leur' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: /Garder.*Le leur/ }).waitFor()
  await page.getByRole('button', { name: /Mettre.*Le mien/ }).click()
  await page.getByRole('heading', { name: 'Le mien', level: 1 }).waitFor()
  assert.equal((await desk.call<{ subject: string }>('GET', `/api/v1/cases/${id}`)).subject, 'Le mien')
  await leave([seat])
})

test('what the customer wrote is shown whole on demand, as text, as formatted, as the very original', async () => {
  await desk.mail({
    from: 'Tom <tom@client.example>', subject: 'Formatted', text: 'New words.\n\nOn Thu, 19 Nov 2026 at 10:00, billing wrote:\n> Old words.',
    html: '<p>New <b>words</b>.</p><img src="cid:seal"><script>parent.document.title="broken"</script>',
    attachments: [{ filename: 'seal.png', cid: 'seal', content: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }],
  }) // prettier-ignore
  const seat = await desk.sit('director')
  const { page } = seat
  await page.locator('.cases-line', { hasText: 'Formatted' }).click()
  const message = page.locator('.ui-message[data-direction="in"]')
  await message.getByText('New words.').waitFor()
  assert.equal(await message.getByText('Old words').count(), 0)
  await message.getByRole('button', { name: 'Afficher le texte entier' }).click()
  await message.getByText('Old words').waitFor()
  await message.getByRole('button', { name: 'Afficher la mise en forme' }).click()
  const frame = page.frameLocator('.ui-mail-frame')
  await frame.locator('b', { hasText: 'words' }).waitFor()
  assert.match((await frame.locator('img').getAttribute('src')) ?? '', /\/api\/v1\/attachments\//)
  assert.notEqual(await page.title(), 'broken')
  await message.getByRole('button', { name: 'Plus sur ce message' }).click()
  const [original] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /original/ }).click()])
  assert.match(original.suggestedFilename(), /\.eml$/)
  await leave([seat])
})
