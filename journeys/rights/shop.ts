// A brand with everything that belongs to a brand: its door and turn, a mail that came with a picture, its answer, what was promised, the link
// to the customer's page, a template, an article, a mailbox, a form, a chat widget with a visitor, and something in the tray.
import assert from 'node:assert/strict'
import pg from 'pg'
import { uuid } from '#base/sql'
import { testCluster } from '#base/test-database'
import { newId } from '#base/id'
import { visitor } from '#channels'
import { sendAll } from '../world/mta.ts'
import type { Counter, Visitor } from './counter.ts'

export type Shop = { ids: Record<string, string>; word: string }

export async function openShop(counter: Counter, director: { person: string; visitor: Visitor }, name: string): Promise<Shop> {
  const post = async (url: string, body: object): Promise<Record<string, string>> => {
    const answer = await counter.ask(director.visitor, { method: 'POST', url, body })
    assert.ok(answer.status < 300, `${url}: ${answer.body}`)
    return JSON.parse(answer.body) as Record<string, string> // the ids of what was made
  }
  const address = `${name}-${newId(counter.clock.now())}@${name}.example`
  const brand = (await post('/api/v1/brands', { name }))['id']!
  const entry_point = (
    await post('/api/v1/entry-points', { brand_id: brand, kind: 'email', name, address, duty_person_id: director.person })
  )['id']!
  const duty_turn = (
    await post(`/api/v1/entry-points/${entry_point}/duty`, {
      person: director.person,
      when: { weekday: 1, starts_minute: 0, ends_minute: 60 },
    })
  )['id']!
  const template = (await post('/api/v1/templates', { name, language: 'fr', brand_id: brand, html: '<p>Bonjour</p>' }))['id']!
  const mailbox = (
    await post('/api/v1/mailboxes', { host: '192.0.2.1', user: name, entry_point, secret: { kind: 'password', password: 'x' } })
  )['id']!
  const article = (await post('/api/v1/articles', { title: name, language: 'fr', html: `<p>${name}</p>`, brand_id: brand }))[
    'id'
  ]!
  const { id: widget = '', key = '' } = await post('/api/v1/widgets', {
    brand_id: brand,
    name,
    origins: [`https://${name}.example`],
  })
  const form = (await post('/api/v1/forms', { brand_id: brand, name, start: 'contact' }))['id']!
  const identity_key = (await post(`/api/v1/widgets/${widget}/keys`, { name }))['id']!
  const word = `mot${name}`
  await sendAll([{ from: `client@${name}.client.example`, to: [address], raw: mail(name, address, word) }], {
    port: counter.smtp,
    senders: 1,
  })
  await counter.serving.settled()
  const chat = await chatAt(counter, { key, name })
  const found = await counter.ask(director.visitor, { method: 'GET', url: `/api/v1/cases?brand=${brand}`, body: undefined })
  const id = (JSON.parse(found.body) as { items: { id: string }[] }).items.find((each) => each.id !== chat.case_id)?.id // the one that came by mail
  assert.ok(id, found.body)
  const seen = JSON.parse(
    (await counter.ask(director.visitor, { method: 'GET', url: `/api/v1/cases/${id}`, body: undefined })).body,
  ) as Seen
  const conversation = seen.conversations[0]!
  const reply = (await post(`/api/v1/cases/${id}/replies`, { text: 'Réponse' }))['id']!
  const item = await waitingAt(counter, post, { name, brand, of: id, word })
  const promise = (await post(`/api/v1/cases/${id}/promises`, { what: word, due: { day: '2027-01-04' } }))['id']!
  const page_link = (await post(`/api/v1/cases/${id}/page-links`, {}))['id']!
  await counter.serving.settled()
  return {
    word,
    ids: {
      brand, entry_point, duty_turn, template, mailbox, widget, identity_key, form, article, promise, page_link, chat: chat.conversation_id, case: id, conversation: conversation.id, interaction: conversation.interactions[0]!.id, reply, item,
      attachment: conversation.interactions[0]!.attachments[0]!.id, receipt: await slipBeside(counter, entry_point), hand_over: await handOverOf(counter, director, id),
    },
  } // prettier-ignore
}

type Post = (url: string, body: object) => Promise<Record<string, string>>
type Waiting = { name: string; brand: string; of: string; word: string }

// A call that nobody takes yet; the rules are the whole house's, and the first shop brings them.
async function waitingAt(counter: Counter, post: Post, { name, brand, of, word }: Waiting): Promise<string> {
  if (name === 'nous')
    await post('/api/v1/routing/rulebooks', { title: name, document: { queues: [{ key: 'tout', name: 'Tout' }] } })
  await counter.serving.settled()
  const { id = '' } = await post('/api/v1/routing/items', {
    title: `Appel ${word}`,
    case_id: of,
    facts: { channel: 'phone', brand },
  })
  return id
}

type Seen = { conversations: { id: string; interactions: { id: string; attachments: { id: string }[] }[] }[] }

const mail = (name: string, address: string, word: string): string => `From: Client <client@${name}.client.example>
To: ${address}
Subject: Demande ${word}
Message-ID: <${word}@client.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Bonjour ${word}
--b
Content-Type: text/plain
Content-Disposition: attachment; filename=note.txt

${word}
--b--
`

// What nobody could read: the mail's own receipt once more, this time in the tray.
async function slipBeside(counter: Counter, entry_point: string): Promise<string> {
  const owner = new pg.Client((await testCluster()).addresses.owner)
  await owner.connect()
  const id = newId(counter.clock.now())
  await owner.query(
    `insert into channels.receipt (tenant_id, id, door, entry_point_id, received_at, file_id, size, envelope, tray_at, tray_why, tray_detail)
     select tenant_id, $1, door, entry_point_id, received_at, file_id, size, envelope, received_at, 'unreadable', '' from channels.receipt
     where tenant_id = $2 and entry_point_id = $3 limit 1`,
    [id, counter.tenant, entry_point],
  )
  await owner.end()
  return id
}

async function handOverOf(counter: Counter, director: { visitor: Visitor }, id: string): Promise<string> {
  const { person } = await counter.someone('agent')
  const answer = await counter.ask(director.visitor, {
    method: 'POST',
    url: `/api/v1/cases/${id}/hand-overs`,
    body: { to: person },
  })
  assert.ok(answer.status < 300, answer.body)
  return (JSON.parse(answer.body) as { id: string }).id
}

type Talk = { case_id: string; conversation_id: string }

async function chatAt(counter: Counter, { key, name }: { key: string; name: string }): Promise<Talk> {
  const one = visitor({ url: counter.serving.url, key, origin: `https://${name}.example` })
  await one.connect()
  await one.say(`Bonjour, ici un visiteur de ${name}`)
  await one.close()
  const { conversation, case: of } = await counter.work(async (work) => {
    const [found] = await work.sql.many({ conversation_id: uuid(), case_id: uuid() })`
      select conversation_id, case_id from channels.visit where tenant_id = ${work.tenant} order by id desc limit 1`
    return { conversation: found!.conversation_id, case: found!.case_id } // it was just said
  })
  return { case_id: of, conversation_id: conversation }
}
