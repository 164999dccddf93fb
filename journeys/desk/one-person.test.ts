// One person by two doors, in a real browser: proposed with the reason, accepted by one press, parted by one press, answered by another way.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { visitor } from '#channels'
import { openDesk, type Desk, type Seat } from './scene.ts'

const SITE = 'https://www.maison.example'
const NADIA = 'nadia@atelier.example'
let desk: Desk
let agent: Seat
before(async () => {
  desk = await openDesk()
  await desk.mail({
    from: `Nadia Benali <${NADIA}>`,
    subject: 'Facture',
    text: 'Bonjour,\n\nma facture ?',
    messageId: '<one@atelier.example>',
  })
  await desk.settled()
  const { items } = await desk.call<{ items: { id: string }[] }>('GET', '/api/v1/brands')
  const brand_id = items[0]?.id
  const { key } = await desk.call<{ key: string }>('POST', '/api/v1/widgets', { brand_id, origins: [SITE], name: 'Site' })
  const program = visitor({ url: desk.url, key, origin: SITE })
  await program.connect()
  program.send({ who: { name: 'Nadia', email: NADIA } })
  await program.say('Je viens de vous écrire au sujet de ma facture.')
  await program.close()
  agent = await desk.sit(await desk.colleague('Léa Martin'))
})
after(async () => await desk.close())

async function openChatCase({ page }: Seat): Promise<void> {
  await page.goto(`${desk.url}/desk/cases?status=open`)
  await page.locator('.cases-line', { hasText: 'Je viens de vous écrire' }).first().click()
  await page.getByText('Dit être Nadia').waitFor()
}

test('whoever gives a known address in the chat is proposed, not taken for them; an agent accepts, and takes it back', async () => {
  await openChatCase(agent)
  const { page } = agent
  const line = page.getByText('même adresse donnée dans le chat, non vérifiée')
  await line.waitFor()
  await page.getByText('C’est le premier échange avec ce client.').waitFor()
  await page.getByRole('button', { name: 'C’est elle' }).click()
  await page.getByText('Les deux fiches n’en font plus qu’une').waitFor()
  await line.waitFor({ state: 'detached' })
  await page.locator('.cases-others', { hasText: 'Facture' }).waitFor()
  await page.getByRole('button', { name: 'Séparer' }).click()
  await line.waitFor()
  await page.locator('.cases-others', { hasText: 'Facture' }).waitFor({ state: 'detached' }) // nothing of the other’s is shown any more
  assert.deepEqual(agent.complaints, [])
})

test('an agent who says no is not asked again', async () => {
  await openChatCase(agent)
  const { page } = agent
  await page.getByRole('button', { name: 'Non', exact: true }).click()
  await page.getByText('cette fiche ne vous sera plus proposée').waitFor()
  await page.reload()
  await page.getByText('Dit être Nadia').waitFor()
  await page.getByText('dit par la personne, non vérifié').waitFor()
  assert.equal(await page.getByText('Peut-être la même personne').count(), 0)
})

test('a chat is answered by mail when one chooses so, in the same case, and the answer to it comes back there', async () => {
  await openChatCase(agent)
  const { page } = agent
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'La réponse part par : Chat' }).click()
  await page
    .getByRole('menuitemradio', { name: /Courriel/ })
    .or(page.getByRole('menuitem', { name: /Courriel/ }))
    .first()
    .click()
  await page.getByText('Adresse donnée par le visiteur, non vérifiée').waitFor()
  await page.locator('.ui-editor-text').focus()
  await page.keyboard.type('Voici votre facture.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Remis au serveur de courriel').waitFor()
  const mail = desk.relay.mails.at(-1)
  assert.deepEqual(mail?.to, [NADIA])
  const reply = /^Reply-To:[^<]*<([^>]+)>/m.exec(mail?.text ?? '')?.[1]
  assert.ok(reply)
  await desk.mail({
    from: `Nadia Benali <${NADIA}>`,
    to: reply,
    subject: 'Re: votre facture',
    text: 'Merci, bien reçue.',
    messageId: '<two@atelier.example>',
  })
  await page.locator('.ui-message[data-direction="in"]', { hasText: 'Merci, bien reçue.' }).waitFor()
  await page.locator('.cases-recipients', { hasText: 'Courriel' }).nth(1).waitFor() // both say by which door they went
  assert.deepEqual(agent.complaints, [])
})
