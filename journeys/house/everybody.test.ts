// Every page of the house, for everybody: axe finds nothing, in both languages and both themes, on a phone too, and what slides in as well.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from '../../src/desk/browser-for-tests.ts'
import { openDesk, type Desk, type Seat } from '../desk/scene.ts'

let desk: Desk
let customer: string
before(async () => {
  desk = await openDesk()
  await desk.mail({ from: 'Nadia Klein <nadia@client.example>', subject: 'Bonjour', text: 'Où est mon colis ?' })
  await desk.settled()
  const { items } = await desk.call<{ items: { id: string }[] }>('GET', '/api/v1/customers')
  customer = items[0]?.id ?? ''
  const karim = await desk.colleague('Karim Haddad')
  await desk.call('POST', '/api/v1/teams', { name: 'Service après-vente', manager_id: karim.id })
  const [from, to] = [1, 5].map((days) => new Date(Date.now() + days * 86_400_000).toISOString())
  await desk.call('POST', '/api/v1/absences', { person_id: karim.id, starts_at: from, ends_at: to, reason: 'leave' })
  await desk.call('POST', '/api/v1/calendars', {
    name: 'Semaine',
    weekly: [{ weekday: 1, opens_minute: 540, closes_minute: 1080 }],
  })
  await desk.call('POST', '/api/v1/keys', { name: 'Boutique', role: 'agent', teams: null, brands: null })
})
after(() => desk.close())

const pages = (): string[] => [
  'post-office', 'post-office?tab=tray', 'post-office?tab=mailboxes', 'staff', 'staff?tab=teams', 'staff?tab=absences', 'brands', 'calendars',
  'customers', 'customers?tab=companies', `customers/${customer}`, 'keys', 'audit', 'roles', 'account',
  'forecast', 'staffing', 'planning', 'planning/settings', 'planning/fairness', 'my-shifts', 'intraday',
] // prettier-ignore

for (const [locale, colorScheme, width] of [
  ['fr-FR', 'light', 1440],
  ['en-GB', 'dark', 1440],
  ['fr-FR', 'dark', 390],
] as const)
  // prettier-ignore
  test(`everybody can use every page of the house (${locale}, ${colorScheme}, ${width} pixels)`, async () => {
    const seat = await desk.sit('director', { locale, colorScheme, viewport: { width, height: 844 } })
    for (const page of pages()) {
      await seat.page.goto(`${desk.url}/desk/${page}`)
      await settle(seat)
      assert.equal(await seat.page.getAttribute('html', 'lang'), locale.slice(0, 2))
      assert.deepEqual(await violations(seat.page), [], page)
      const excess = await seat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.equal(excess, 0, `${page} fits`)
    }
    assert.deepEqual(seat.complaints, [])
    await seat.context.close()
  })

const opens: readonly (readonly [page: string, button: string])[] = [
  ['post-office?tab=mailboxes', 'Relier une boîte'],
  ['staff', 'Accueillir quelqu’un'],
  ['staff?tab=teams', 'Nouvelle équipe'],
  ['staff?tab=absences', 'Prévoir une absence'],
  ['brands', 'Nouvelle marque'],
  ['brands', 'Ouvrir une porte'],
  ['brands', 'Tours de permanence'],
  ['calendars', 'Nouveaux horaires'],
  ['customers', 'Nouveau client'],
  ['keys', 'Nouvelle clé'],
]
test('what slides in is for everybody too', async () => {
  const seat = await desk.sit('director')
  for (const [page, button] of opens) {
    await seat.page.goto(`${desk.url}/desk/${page}`)
    await seat.page.getByRole('main').getByRole('button', { name: button }).first().click()
    await seat.page.getByRole('dialog').waitFor()
    assert.deepEqual(await violations(seat.page), [], `${page}: ${button}`)
  }
  assert.deepEqual(seat.complaints, [])
})

test('somebody is welcomed and joins the list of everybody’s desk; a key is shown once', async () => {
  const [seat, other] = [await desk.sit('director'), await desk.sit('director')]
  await other.page.goto(`${desk.url}/desk/staff`)
  await other.page.getByRole('table', { name: 'Personnes' }).waitFor()
  await seat.page.goto(`${desk.url}/desk/staff`)
  await seat.page.getByRole('button', { name: 'Accueillir quelqu’un' }).click()
  await seat.page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Aïcha Diallo')
  await seat.page.getByRole('textbox', { name: 'Adresse de courriel' }).fill('aicha@maison.example')
  await seat.page.getByRole('dialog').getByRole('button', { name: 'Accueillir quelqu’un' }).click()
  await other.page.getByText('Aïcha Diallo').waitFor()

  await seat.page.goto(`${desk.url}/desk/keys`)
  await seat.page.getByRole('button', { name: 'Nouvelle clé' }).click()
  await seat.page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Rapports')
  await seat.page.getByRole('button', { name: 'Créer la clé' }).click()
  const secret = await seat.page.locator('.access-secret code').textContent()
  assert.match(secret ?? '', /^gk_/)
  await seat.page.getByRole('button', { name: 'C’est noté' }).click()
  await seat.page.getByText('Rapports').waitFor()
  assert.equal(await seat.page.getByText(secret ?? '-').count(), 0)
})

async function settle({ page }: Seat): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.ui-skeleton').first().waitFor({ state: 'detached' })
}
