// A visitor who goes on through every fault: says what they have to say until it is taken, is answered, and leaves, so that the answer follows
// by mail.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { visitor } from '#channels'
import type { Guichet } from '../world/guichet.ts'
import { answer, casesOf, type Scene } from './scene.ts'
import { withBooks } from './books.ts'

const SITE = 'https://www.atelier.example'

/** Puts a widget on the site of the house's brand. Gives its key. */
export async function openWidget(guichet: Guichet): Promise<string> {
  const { body: brands } = await guichet.ask<{ items: { id: string }[] }>('/api/v1/brands')
  const { status, body } = await guichet.ask<{ key: string }>('/api/v1/widgets', {
    method: 'POST',
    body: { brand_id: brands.items[0]!.id, origins: [SITE], new_per_minute: 1_000, new_per_hour: 10_000 },
  })
  assert.equal(status, 201, JSON.stringify(body))
  return body.key
}

let made = 0

/** One conversation from beginning to end. */
export async function converse({ guichet, sent }: Scene, { key, name }: { key: string; name: string }): Promise<void> {
  const n = ++made
  const text = `${name} chat ${process.pid}.${n}`
  const one = visitor({ url: `http://127.0.0.1:${guichet.http}`, key, origin: SITE })
  const id = randomUUID()
  await goOn(async () => {
    await one.connect()
    one.send({ who: { name: `Visitor ${n}`, email: `visitor${n}@client.example` } })
    await one.say(text, { id })
  })
  sent.push(text)
  const mine = await found(guichet, text)
  await answer(guichet, mine, `${name} chat ${n}`)
  await goOn(async () => {
    one.cut()
    const { over, thread } = await one.connect()
    if (over) return
    if (!one.thread.concat(thread).some(({ from }) => from === 'agent')) await one.next('message', ({ from }) => from === 'agent')
    one.send({ leave: {} })
    await one.next('over')
  })
  await one.close()
}

async function goOn(deed: () => Promise<void>): Promise<void> {
  for (const deadline = performance.now() + 300_000; ; await pause(200)) {
    const failed = await deed().then(
      () => null,
      (error: Error) => error,
    )
    if (!failed) return
    if (performance.now() > deadline) throw failed
  }
}

async function found(guichet: Guichet, subject: string): Promise<string> {
  for (const deadline = performance.now() + 180_000; performance.now() < deadline; await pause(100)) {
    const mine = (await casesOf(guichet)).find((each) => each.subject === subject)
    if (mine) return mine.id
  }
  return assert.fail(`no case for ${subject}`)
}

/** What must hold of chats after every fault: no gaps, nothing said twice, every place its message. */
export async function chatsHold(guichet: Guichet): Promise<number> {
  return await withBooks(guichet.folder, async ({ one }) => {
    const gaps = await one(`select count(*) from (
      select v.conversation_id from channels.visit v left join channels.chat_message m on m.tenant_id = v.tenant_id and m.conversation_id = v.conversation_id
      group by v.conversation_id, v.last_seq having count(m.seq) <> v.last_seq or max(m.seq) is distinct from v.last_seq) wrong`)
    assert.equal(gaps, 0, 'chats with gaps')
    const twice = await one(`select count(*) from (
      select conversation_id, direction, text from cases.interaction
      where conversation_id in (select conversation_id from channels.visit) and kind = 'message' group by 1, 2, 3 having count(*) > 1) wrong`)
    assert.equal(twice, 0, 'what was said or answered once is there once')
    const unplaced =
      await one(`select count(*) from cases.interaction i where conversation_id in (select conversation_id from channels.visit)
      and kind = 'message' and not exists (select from channels.chat_message m where m.tenant_id = i.tenant_id and m.interaction_id = i.id)`)
    assert.equal(unplaced, 0, 'every message has its place')
    return await one(`select count(*) from channels.visit`)
  })
}
