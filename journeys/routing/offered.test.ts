// A visitor chats. It is offered to one agent, who declines; it keeps its place and comes to a second, who accepts without leaving the keyboard.
// The case tells how it came to them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from '../../src/desk/browser-for-tests.ts'
import { openChats, shows, type Chats } from '../chat/scene.ts'
import type { Seat } from '../desk/scene.ts'

let chats: Chats
before(async () => (chats = await openChats()))
after(async () => await chats.close())

const RULES = {
  title: 'Les chats du site',
  document: {
    queues: [
      {
        key: 'chats',
        name: 'Chats du site',
        takes: { channels: ['chat'] },
        who: { persons: { owner: null, contact: null, deputies: null } },
        offer: { rings_s: 300 },
      },
    ],
  },
  in_force: true,
}
const card = ({ page }: Seat) => page.locator('.routing-offer')

test('what one declines comes to another at its place, and the case says why', async () => {
  const [karim, lea] = [await chats.colleague('Karim Benali'), await chats.colleague('Léa Roussel')]
  await chats.call('POST', '/api/v1/routing/rulebooks', RULES)
  const one = await chats.sit(karim)
  await one.page.locator('.desk-seat-words small', { hasText: 'Prêt' }).waitFor()
  const visit = await chats.visit()
  const field = one.page.locator('.desk-search input').first()
  await field.fill('en train d’écr')
  await visit.says('Ma facture compte deux fois l’abonnement')
  await card(one).waitFor()
  await card(one)
    .filter({ hasText: /Chats du site.*Ma facture compte deux fois/s })
    .waitFor()
  await one.page.waitForFunction(() => document.title.startsWith('● Chat proposé'))
  assert.deepEqual(await violations(one.page), [])
  const two = await chats.sit(lea)
  await two.page.locator('.desk-seat-words small', { hasText: 'Prêt' }).waitFor()
  await one.page.keyboard.type('ire') // the card did not take the focus
  assert.equal(await field.inputValue(), 'en train d’écrire')
  await one.page.keyboard.press('F8')
  await one.page.keyboard.press('Escape')
  await one.page.locator('.desk-search input:focus').first().waitFor() // Escape leads back to where one was
  await one.page.keyboard.press('F8')
  await card(one).getByRole('button', { name: 'Décliner' }).click()
  await one.page.getByRole('menuitem', { name: 'Je termine autre chose' }).click()
  await card(two).waitFor()
  await card(one).waitFor({ state: 'detached' })
  const search = two.page.locator('.desk-search input').first()
  await search.fill('facture') // in the middle of typing: nothing typed is lost or stolen
  await two.page.keyboard.press('Alt+Enter')
  await two.page.waitForURL(/\/chats\?chat=/)
  await two.page.locator('.chats-composer textarea').fill('Bonjour, je regarde cela.')
  await two.page.keyboard.press('Enter')
  await shows(visit.said, ['Ma facture compte deux fois l’abonnement', 'Bonjour, je regarde cela.'])
  await tells(two)
  assert.deepEqual([one.complaints, two.complaints], [[], []])
  await Promise.all([one.context.close(), two.context.close(), visit.context.close()])
})

async function tells(seat: Seat): Promise<void> {
  const { items } = await chats.call<{ items: { id: string; owner: { name: string }; chosen_by: string }[] }>(
    'GET',
    '/api/v1/cases?status=open',
  )
  assert.deepEqual(items.map(({ owner, chosen_by }) => [owner.name, chosen_by]), [['Léa Roussel', 'routed']]) // prettier-ignore
  await seat.page.goto(`${chats.url}/desk/cases/${items[0]?.id}`)
  await seat.page.getByText('Pourquoi est-ce venu à moi').click()
  const story = seat.page.locator('.routing-story').first()
  await story.getByText('accepté après').waitFor()
  const told = await story.innerText()
  assert.match(
    told,
    /Proposé à Karim Benali[\s\S]*décliné après[\s\S]*Je termine autre chose[\s\S]*Proposé à Léa Roussel[\s\S]*accepté après/,
  )
  assert.deepEqual(await violations(seat.page), [])
}
