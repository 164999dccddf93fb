// What became of an answer is shown as what it is: refused, or nobody knows; and it is a person who decides what follows.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, type Desk, type Seat } from './scene.ts'

let desk: Desk
before(async () => (desk = await openDesk()))
after(async () => await desk.close())

async function answered(subject: string, presses = 1): Promise<Seat> {
  await desk.mail({ from: 'Nadia <nadia@client.example>', subject, text: 'Bonjour' })
  const seat = await desk.sit('director')
  const { page } = seat
  await page.locator('.cases-line', { hasText: subject }).click()
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor()
  await page.keyboard.press('r')
  await page.locator('.ui-editor-text').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('ui-editor-text'))
  await page.keyboard.type('Voici.')
  for (let press = 0; press < presses; press++) await page.keyboard.press('Control+Enter')
  await page.locator('.ui-message[data-direction="out"]').waitFor()
  return seat
}

test('twenty presses are one mail', async () => {
  const before = desk.relay.mails.length
  const { page, context } = await answered('Vingt fois', 20)
  await page.getByText('Remis au serveur de courriel').waitFor()
  assert.equal(await page.locator('.ui-message[data-direction="out"]').count(), 1)
  assert.equal(desk.relay.mails.length - before, 1)
  await context.close()
})

test('a refused answer says so with the reason, stands among my cases, and goes again when told', async () => {
  desk.relay.next({ at: 'recipient', answer: '550 5.1.1 nobody of that name here' })
  const { page, context } = await answered('Refusé')
  const message = page.locator('.ui-message[data-direction="out"]')
  await message.getByText('Non envoyé').waitFor()
  assert.match(await message.innerText(), /nobody of that name here/)
  await page.keyboard.press('u')
  await page.locator('.cases-group[data-stands="waiting_for_us"] .cases-line', { hasText: 'Envoi en échec' }).waitFor()
  await page.getByText('Un de vos messages n’est pas parti').waitFor()
  await page.locator('.cases-line', { hasText: 'Refusé' }).click()
  await message.getByRole('button', { name: 'Envoyer de nouveau' }).click()
  await message.getByText('Remis au serveur de courriel').waitFor()
  await context.close()
})

test('when the line broke after the last word, nobody claims that it was sent, and nothing leaves by itself', async () => {
  const before = desk.relay.mails.length
  desk.relay.next({ at: 'dot', drop: true, keep: true })
  const { page, context } = await answered('Incertain')
  const message = page.locator('.ui-message[data-direction="out"]')
  await message.getByText('Envoi incertain').waitFor()
  await message.getByText('peut-être arrivé, peut-être pas').waitFor()
  await desk.settled()
  assert.equal(desk.relay.mails.length - before, 1, 'nothing leaves again by itself')
  await message.getByRole('button', { name: 'L’envoyer de nouveau' }).click()
  await message.getByText('Remis au serveur de courriel').waitFor()
  const [first, second] = desk.relay.mails.slice(before).map(({ text }) => /^Message-ID: .*$/im.exec(text)?.[0])
  assert.equal(first, second, 'the very same mail')
  await context.close()
})

test('on a phone the list, the case and the answer are whole screens', async () => {
  await desk.mail({ from: 'Nadia <nadia@client.example>', subject: 'Au téléphone', text: 'Bonjour' })
  const seat = await desk.sit('director', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page } = seat
  await page.locator('.cases-line', { hasText: 'Au téléphone' }).tap()
  await page.locator('.cases-composer-invite').tap()
  await page.locator('.ui-editor-text').waitFor()
  const room = await page.locator('.cases-composer').boundingBox()
  assert.deepEqual([room?.x, room?.y, room?.width, room?.height], [0, 0, 390, 844])
  await page.locator('.ui-editor-text').fill('Depuis le train.')
  await page.getByRole('button', { name: /^Envoyer/ }).tap()
  await page.getByText('Remis au serveur de courriel').waitFor()
  await page.getByRole('button', { name: 'Client et contexte' }).tap()
  await page.getByRole('dialog').getByText('nadia@client.example').waitFor()
  await seat.context.close()
})
