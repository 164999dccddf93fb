// A chat is handed to a colleague: the visitor notices nothing but the introduction, and who answers for the case stays who it was.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Colleague } from '../desk/scene.ts'
import { openChats, openPage, readAsAgent, row, shows, write, type Chats } from './scene.ts'

let chats: Chats
let camille: Colleague
before(async () => {
  chats = await openChats()
  camille = await chats.colleague('Camille Moreau')
})
after(async () => await chats.close())

test('handed over with a word for the colleague, who goes on where the other stopped', async () => {
  const hers = await chats.sit('director')
  const camilles = await chats.sit(camille)
  await openPage(hers)
  await openPage(camilles)
  const visit = await chats.visit()
  await visit.says('Une question de facture')
  await row(hers, 'Une question de facture').click()
  await hers.page.locator('.chats-bubble', { hasText: 'Une question de facture' }).waitFor()
  await hers.page.keyboard.press('t')
  await write(hers, 'Ma collègue de la comptabilité va vous répondre.')
  await shows(visit.said, ['Une question de facture', 'Ma collègue de la comptabilité va vous répondre.'])
  await hers.page.keyboard.press('Escape')
  await hers.page.keyboard.press('b')
  const dialog = hers.page.getByRole('dialog', { name: 'Confier ce chat' })
  await dialog.getByRole('combobox').fill('Cam')
  await hers.page.getByRole('option', { name: /Camille Moreau/ }).click()
  await dialog.getByRole('textbox', { name: 'Un mot pour votre collègue' }).fill('Elle n’a pas reçu la facture de mars.')
  await dialog.getByRole('button', { name: 'Confier le chat' }).click()
  await camilles.page.getByRole('list', { name: 'Les miens' }).locator('.chats-row').click()
  await camilles.page.locator('.chats-head-who', { hasText: /Sert le chat.*vous.*Répond du dossier.*Inès Fournier/s }).waitFor()
  await write(camilles, 'Bonjour, la facture de mars part à l’instant.')
  const introduction = 'Bonjour, je suis Camille, je prends la suite d’Inès. J’ai lu votre échange.'
  await visit.page.locator('.words', { hasText: 'la facture de mars part' }).waitFor()
  const seen = await visit.page.locator('dialog.panel .middle').innerText()
  assert.match(seen, new RegExp(introduction))
  assert.doesNotMatch(seen, /n’a pas reçu/, 'the word was for the colleague')
  await hers.page.getByText('Camille Moreau sert ce chat.').waitFor()
  // who gave it away still follows it
  await shows(async () => (await readAsAgent(hers)).slice(-1), ['Bonjour, la facture de mars part à l’instant.'])
  const { items } = await chats.call<{ items: { id: string; owner: { name: string } }[] }>('GET', '/api/v1/cases')
  assert.equal(items[0]?.owner.name, 'Inès Fournier')
  const { notes } = await chats.call<{ notes: { text: string }[] }>('GET', `/api/v1/cases/${items[0]?.id}`)
  assert.match(notes.map(({ text }) => text).join(), /facture de mars/)
  await Promise.all([hers.context.close(), camilles.context.close(), visit.context.close()])
})

test('of two who take the same waiting chat at once one serves it, and both desks say who', async () => {
  const hers = await chats.sit('director')
  const camilles = await chats.sit(camille)
  const visit = await chats.visit()
  for (const seat of [hers, camilles]) await openPage(seat)
  await visit.says('Qui me répond ?')
  for (const seat of [hers, camilles]) {
    await row(seat, 'Qui me répond').click()
    await seat.page.locator('.chats-bubble', { hasText: 'Qui me répond' }).waitFor()
  }
  const both = Promise.withResolvers<void>() // nobody has taken it when the second asks, however slow the machine
  let asked = 0
  for (const { page } of [hers, camilles])
    await page.route('**/handler', async (route) => {
      if (++asked === 2) both.resolve()
      await both.promise
      await route.continue()
    })
  await Promise.all([hers.page.keyboard.press('t'), camilles.page.keyboard.press('t')])
  await Promise.race(
    [hers, camilles].map(({ page }) => page.getByText('Quelqu’un d’autre vient de prendre cette conversation').waitFor()),
  )
  const serves = async () =>
    (await Promise.all([hers, camilles].map(({ page }) => page.locator('.chats-head-who strong').first().innerText()))).toSorted()
  await shows(async () => [(await serves()).join().replace(/Inès Fournier|Camille Moreau/, 'a colleague')], ['a colleague,vous'])
  await Promise.all([hers.context.close(), camilles.context.close(), visit.context.close()])
})
