// A visitor and an agent, each at a window of their own, in both languages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openChats, openPage, readAsAgent, row, shows, write, type Chats } from './scene.ts'

let chats: Chats
before(async () => (chats = await openChats()))
after(async () => await chats.close())

const sentences = {
  fr: { locale: 'fr-FR', waiting: 'En attente', typing: 'écrit', seen: 'Vu', read: 'Lu', mine: 'Les miens' },
  en: { locale: 'en-GB', waiting: 'Waiting', typing: 'typing', seen: 'Seen', read: 'Read', mine: 'Mine' },
} as const

for (const language of ['fr', 'en'] as const)
  test(`a visitor writes, somebody takes the chat, and each sees the other write and read (${language})`, async () => {
    const said = sentences[language]
    const agent = await chats.sit('director', { locale: said.locale })
    await openPage(agent)
    const visit = await chats.visit(language)
    const question = `Livrez-vous en Belgique ? ${language}`
    await visit.says(question)
    await row(agent, question).waitFor()
    await agent.page.locator('.desk-nav-link[aria-current] .ui-count', { hasText: '1' }).waitFor()
    await agent.page.locator('body').press('n') // whoever has waited longest
    await agent.page.locator('.chats-bubble', { hasText: question }).waitFor()
    assert.equal(
      await visit.page
        .getByText(said.read, { exact: false })
        .locator('visible=true')
        .filter({ hasText: new RegExp(`· ${said.read}`) })
        .count(),
      0,
      'looked at, but not yet taken: nothing is said to have been read',
    )
    await agent.page.keyboard.press('t')
    await agent.page.getByRole('list', { name: said.mine }).locator('.chats-row').first().waitFor()
    await visit.page.locator('.meta', { hasText: `· ${said.read}` }).waitFor()
    await agent.page.locator('.chats-composer textarea').pressSequentially('Oui')
    await visit.page.locator('dialog.panel', { hasText: /Inès.*(écrit|writing)/s }).waitFor()
    await write(agent, 'Oui, sous trois jours.')
    await shows(visit.said, [question, 'Oui, sous trois jours.'])
    await agent.page.locator('.chats-marks', { hasText: said.seen }).waitFor()
    await visit.page.locator('.composer textarea').pressSequentially('Mer')
    await agent.page.locator('.chats-typing', { hasText: said.typing }).waitFor()
    await visit.says('Merci !')
    await shows(() => readAsAgent(agent), [question, 'Oui, sous trois jours.', 'Merci !'])
    assert.deepEqual([agent.complaints, visit.complaints], [[], []])
    await Promise.all([agent.context.close(), visit.context.close()])
  })

test('files go both ways, and what the widget calls a picture is seen at the desk', async () => {
  const agent = await chats.sit('director')
  await openPage(agent)
  const visit = await chats.visit()
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await visit.page
    .locator('.composer input[type="file"]')
    .setInputFiles({ name: 'colis.png', mimeType: 'image/png', buffer: png })
  await visit.says('Voici la photo')
  await row(agent, 'Voici la photo').click()
  await agent.page.getByRole('button', { name: 'Agrandir colis.png' }).waitFor()
  await agent.page.keyboard.press('t')
  await agent.page
    .locator('.chats-composer input[type="file"]')
    .setInputFiles({ name: 'bon.txt', mimeType: 'text/plain', buffer: Buffer.from('bon de retour') })
  await agent.page.locator('.chats-coming .ui-file', { hasText: 'bon.txt' }).waitFor()
  await write(agent, 'Voici le bon de retour')
  await visit.page.getByRole('button', { name: /bon\.txt/ }).waitFor()
  await shows(visit.said, ['Voici la photo', 'Voici le bon de retour'])
  assert.deepEqual([agent.complaints, visit.complaints], [[], []])
  await Promise.all([agent.context.close(), visit.context.close()])
})
