// Rights that change take effect on an open desk, without a reload; and a link asked for by mail opens it again.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, type Desk } from '../desk/scene.ts'

let desk: Desk
before(async () => (desk = await openDesk()))
after(() => desk.close())

test('who is demoted loses the page under their eyes without a reload, and who is dismissed the desk', async () => {
  const karim = await desk.colleague('Karim Haddad')
  const give = (role: string) =>
    desk.call('PUT', `/api/v1/accounts/${karim.id}/grants`, { grants: [{ role, teams: null, brands: null }] })
  await give('centre_manager')
  const { page } = await desk.sit(karim)
  await page.goto(`${desk.url}/desk/audit`)
  await page.getByRole('table', { name: 'Journal d’audit' }).waitFor()

  await give('agent')
  await page.getByRole('heading', { name: 'Ce guichet ne vous est pas ouvert' }).waitFor()
  await page.getByRole('link', { name: 'La maison' }).click()
  await page.getByRole('heading', { name: 'La maison' }).waitFor()
  assert.equal(
    await page.getByRole('link', { name: 'Journal d’audit' }).count(),
    0,
    'it is no longer behind the door of the house either',
  )
  await page.goBack()

  await desk.call('DELETE', `/api/v1/accounts/${karim.id}`, {})
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  assert.match(page.url(), /\/desk\/sign-in\?to=%2Faudit/, 'the way back is kept')
})

test('a session ended from elsewhere shows the sign-in page and keeps the way back', async () => {
  const sofia = await desk.colleague('Sofia Martin')
  const { page } = await desk.sit(sofia)
  await page.goto(`${desk.url}/desk/staff?tab=absences`)
  await page.getByRole('tab', { name: 'Absences', selected: true }).waitFor()
  await desk.call('DELETE', `/api/v1/sessions?person=${sofia.id}`, {})
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  assert.match(decodeURIComponent(page.url()), /to=\/staff\?tab=absences/)
})

test('a link asked for on the sign-in page comes by mail, and opens the desk once', async () => {
  await desk.colleague('Elise Fontaine')
  const { page } = await desk.sit({ id: '', cookie: 'nobody=here' })
  await page.getByRole('button', { name: 'Recevoir un lien de connexion' }).click()
  await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill('elise@maison.example')
  await page.getByRole('button', { name: 'Envoyer le lien' }).click()
  await page.getByRole('heading', { name: 'Regardez votre courrier' }).waitFor()
  await desk.settled()
  const link = linkIn(desk.relay.mails.find(({ to }) => to.some((address) => address.includes('elise@')))?.text ?? '')
  await page.goto('about:blank')
  await page.goto(link.replace(/^https?:\/\/[^/]+/, desk.url)) // the journey's port is drawn, the printed one is not
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('button', { name: /Elise Fontaine/ }).waitFor()
})

function linkIn(mail: string): string {
  const body = mail
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n')
  const text = /base64/i.test(mail)
    ? Buffer.from(body, 'base64').toString()
    : body.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
  return /https?:\/\/\S+#\S+/.exec(text)?.[0] ?? `no link in: ${text}`
}
