// The network is cut in the middle of a chat and restored: each message arrives once, in order, in both windows.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openChats, openPage, readAsAgent, row, shows, write, type Chats } from './scene.ts'

let chats: Chats
before(async () => (chats = await openChats()))
after(async () => await chats.close())

async function inTalk(first: string) {
  const agent = await chats.sit('director')
  await openPage(agent)
  const visit = await chats.visit()
  await visit.says(first)
  await row(agent, first).click()
  await agent.page.locator('.chats-bubble', { hasText: first }).waitFor()
  await agent.page.keyboard.press('t')
  await write(agent, 'Bonjour, je vous écoute.')
  await shows(visit.said, [first, 'Bonjour, je vous écoute.'])
  return { agent, visit }
}

test('the visitor writes without a network, the agent writes meanwhile: nothing is lost, doubled or out of order', async () => {
  const { agent, visit } = await inTalk('Coupure chez moi')
  await visit.context.setOffline(true)
  await visit.says('Êtes-vous là ?')
  await visit.says('Je suis dans le train')
  await visit.page.locator('.saying.pending', { hasText: 'Je suis dans le train' }).waitFor()
  await write(agent, 'Oui, prenez votre temps.')
  await agent.page.locator('.chats-breath:not([data-pending]) .chats-bubble', { hasText: 'prenez votre temps' }).waitFor()
  await visit.context.setOffline(false)
  await shows(() => readAsAgent(agent), ['Coupure chez moi', 'Bonjour, je vous écoute.', 'Oui, prenez votre temps.', 'Êtes-vous là ?', 'Je suis dans le train']) // prettier-ignore
  await shows(visit.said, await readAsAgent(agent))
  await visit.page.reload()
  await visit.page.locator('button.bubble').click()
  await shows(visit.said, await readAsAgent(agent))
  assert.deepEqual(agent.complaints, [])
  await Promise.all([agent.context.close(), visit.context.close()])
})

test('the agent writes without a network: the words wait visibly, survive a reload, and arrive once', async () => {
  const { agent, visit } = await inTalk('Coupure au bureau')
  await agent.context.setOffline(true)
  await write(agent, 'Votre colis part ce soir.')
  await write(agent, 'Il arrive jeudi.')
  await agent.page.locator('[data-pending]', { hasText: 'Il arrive jeudi.' }).getByText('Attend la connexion').first().waitFor()
  await visit.says('Je patiente')
  await shows(visit.said, ['Coupure au bureau', 'Bonjour, je vous écoute.', 'Je patiente']) // taken before the agent’s words are
  await agent.context.setOffline(false)
  const all = ['Coupure au bureau', 'Bonjour, je vous écoute.', 'Je patiente', 'Votre colis part ce soir.', 'Il arrive jeudi.']
  await shows(visit.said, all)
  await shows(() => readAsAgent(agent), all)
  await agent.page.reload()
  await agent.page.locator('.chats-bubble', { hasText: 'Il arrive jeudi.' }).waitFor()
  await shows(() => readAsAgent(agent), all)
  await agent.page.locator('[data-pending]').first().waitFor({ state: 'detached' })
  await Promise.all([agent.context.close(), visit.context.close()])
})
