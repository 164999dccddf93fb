// One agent, several visitors: who waits, going from one to the other by key, what has really been seen, and what could not be sent.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from '../../src/desk/browser-for-tests.ts'
import type { Seat } from '../desk/scene.ts'
import { openChats, openPage, readAsAgent, row, shows, write, type Chats } from './scene.ts'
import { wired, type Wired } from './visitor.ts'

let chats: Chats
before(async () => (chats = await openChats()))
after(async () => await chats.close())

const visitor = (): Promise<Wired> => wired({ url: chats.url, key: chats.widget.key })
const names = (seat: Seat, group: string) =>
  seat.page.getByRole('list', { name: group }).locator('.chats-row strong').allInnerTexts()

test('three write at once: the longest wait is on top, N and T take them one after the other, 1 to 3 and Alt with arrows go between them', async () => {
  const seat = await chats.sit('director')
  const { page } = seat
  await openPage(seat)
  await page.getByRole('heading', { name: 'Aucun chat pour l’instant' }).waitFor()
  const people = ['Anna Roux', 'Boris Klein', 'Chloé Vidal']
  const visitors: Wired[] = []
  for (const name of people) {
    const one = await visitor()
    await one.say(`Bonjour, ici ${name}`)
    one.tell({ who: { name, email: '' } })
    visitors.push(one)
  }
  await shows(() => names(seat, 'En attente'), people)
  await page.locator('.desk-nav-link[aria-current] .ui-count', { hasText: '3' }).waitFor()
  for (const name of people) {
    await page.locator('body').press('n')
    await page.getByRole('region', { name }).locator('h2').waitFor()
    await page.keyboard.press('t')
    await row(seat, name).and(page.locator('.chats-row[aria-current]')).waitFor()
    await page.getByRole('list', { name: 'Les miens' }).locator('strong', { hasText: name }).waitFor()
    await page.locator('.chats-composer textarea:focus').waitFor()
    await page.keyboard.press('Escape')
  }
  await shows(() => names(seat, 'Les miens'), people)
  await page.keyboard.press('Digit1')
  await page.getByRole('region', { name: 'Anna Roux' }).locator('h2').waitFor()
  await page.locator('.chats-composer textarea').fill('À moitié écrit')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('region', { name: 'Boris Klein' }).locator('h2').waitFor()
  await row(seat, 'À moitié écrit').filter({ hasText: 'Brouillon' }).waitFor()
  await page.locator('.chats-composer textarea').focus()
  await page.keyboard.press('Alt+Digit1')
  await page.getByRole('region', { name: 'Anna Roux' }).locator('h2').waitFor()
  await shows(async () => [await page.locator('.chats-composer textarea').inputValue()], ['À moitié écrit'])
  for (const one of visitors) one.leave()
  assert.deepEqual(seat.complaints, [])
  await seat.context.close()
})

test('a message counts as read only once it was seen: not while another chat is open', async () => {
  const seat = await chats.sit('director')
  await openPage(seat)
  const [one, other] = [await visitor(), await visitor()]
  await one.say('Premier visiteur')
  await other.say('Second visiteur')
  for (const [text, visitor] of [
    ['Premier visiteur', one],
    ['Second visiteur', other],
  ] as const) {
    await row(seat, text).click()
    await seat.page.locator('.chats-bubble', { hasText: text }).waitFor()
    await seat.page.keyboard.press('t')
    await visitor.hears((answer) => 'read' in answer && answer.read.seq === 1)
  }
  await one.say('Êtes-vous toujours là ?')
  await row(seat, 'Êtes-vous toujours là').locator('.ui-count', { hasText: '1' }).waitFor()
  await row(seat, 'Êtes-vous toujours là').click()
  await one.hears((answer) => 'read' in answer && answer.read.seq === 2)
  await row(seat, 'Êtes-vous toujours là').locator('.ui-count').waitFor({ state: 'detached' })
  one.leave()
  other.leave()
  await seat.context.close()
})

test('what the server refuses stays in the thread with its reason, and goes when one tries again', async () => {
  const seat = await chats.sit('director')
  const { page } = seat
  await openPage(seat)
  const one = await visitor()
  await one.say('Réponse refusée')
  await row(seat, 'Réponse refusée').click()
  await page.locator('.chats-bubble', { hasText: 'Réponse refusée' }).waitFor()
  await page.keyboard.press('t')
  const problem = {
    code: 'message.too_long',
    status: 413,
    title: 'long',
    fr: 'Ce message est trop long.',
    en: 'This message is too long.',
  }
  await page.route('**/replies', (route) =>
    route.fulfill({ status: 413, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  )
  await write(seat, 'Un roman')
  await page.locator('.chats-not-gone', { hasText: 'Ce message est trop long.' }).waitFor()
  await page.unroute('**/replies')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await shows(() => readAsAgent(seat), ['Réponse refusée', 'Un roman'])
  one.leave()
  await seat.context.close()
})

test('a template comes by "/", an emoji by ":", and an ended chat opens again when the visitor writes', async () => {
  await chats.call('POST', '/api/v1/templates', {
    name: 'Délai',
    language: 'fr',
    brand_id: null,
    html: '<p>Dossier {{case.number}}&nbsp;: sous 48 h.</p>',
  })
  const seat = await chats.sit('director')
  const { page } = seat
  await openPage(seat)
  const one = await visitor()
  await one.say('Sous quel délai ?')
  await row(seat, 'Sous quel délai').click()
  await page.locator('.chats-bubble', { hasText: 'Sous quel délai' }).waitFor()
  await page.keyboard.press('t')
  const field = page.locator('.chats-composer textarea')
  await field.pressSequentially('/dél')
  await page.getByRole('option', { name: /Délai/ }).waitFor()
  await page.keyboard.press('Enter')
  await field.pressSequentially(' :merci')
  await page.getByRole('option', { name: /merci/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await shows(
    async () => [/\p{Extended_Pictographic}/u.test(await field.inputValue()) ? 'with its emoji' : ''],
    ['with its emoji'],
  )
  assert.match(await field.inputValue(), /^Dossier \d+\s: sous 48 h\. \p{Extended_Pictographic}/u)
  await page.keyboard.press('Enter')
  await one.hears((answer) => 'message' in answer && answer.message.text.includes('sous 48 h'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Terminer', exact: true }).click()
  await one.hears((answer) => 'over' in answer)
  await page.getByText('Ce chat est terminé.').waitFor()
  await one.say('Encore une question')
  await page.locator('.chats-bubble', { hasText: 'Encore une question' }).waitFor()
  await page.getByText('Ce chat est terminé.').waitFor({ state: 'detached' })
  await page.locator('.chats-row', { hasText: 'Encore une question' }).waitFor()
  one.leave()
  await seat.context.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, locale] of [
    [1440, 'fr-FR'],
    [1024, 'en-GB'],
    [390, 'fr-FR'],
  ] as const)
    // prettier-ignore
    test(`everybody can use the chats (${colorScheme}, ${width} pixels, ${locale})`, async () => {
      const seat = await chats.sit('director', { colorScheme, locale, viewport: { width, height: 844 } })
      const { page } = seat
      const one = await visitor()
      await one.say(`Accessible ${colorScheme} ${width}`)
      await page.goto(`${chats.url}/desk/chats`)
      await row(seat, `Accessible ${colorScheme} ${width}`).waitFor()
      assert.deepEqual(await violations(page), [])
      await row(seat, `Accessible ${colorScheme} ${width}`).click()
      await page.locator('.chats-bubble').waitFor()
      await page.getByRole('button', { name: /Prendre|Take/ }).first().click()
      await page.locator('.chats-composer textarea').fill('/')
      await page.locator('.chats-suggestions').waitFor()
      assert.deepEqual(await violations(page), [])
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.equal(beyond, 0)
      one.leave()
      await seat.context.close()
    })
