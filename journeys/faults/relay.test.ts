// Answers on their way out, through a relay that hangs up, refuses, forgets to answer. What the API says of each is what happened.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Fault } from '../world/relay.ts'
import { sendAll } from '../world/mta.ts'
import { newGuichet, type Guichet } from '../world/guichet.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'
import { holds, settled, withBooks } from './books.ts'
import { answer, casesOf, letter, until } from './scene.ts'

type Sent = { id: string; direction: string; state: string; state_detail: string | null }
type Case = { status: string; failed_at: string | null; stands?: string; conversations: { interactions: Sent[] }[] }
type Asked = { id: string; interaction: string }

let guichet: Guichet
let relay: FakeRelay
const sent: string[] = []
before(async () => {
  relay = await openRelayWorld()
  guichet = await newGuichet({ relay: relay.port })
  await guichet.start()
})
after(async () => {
  await guichet.clear()
  await relay.close()
})

async function newCase(): Promise<string> {
  const mail = letter('Question')
  sent.push(mail.subject)
  await sendAll([mail], { port: guichet.smtp, senders: 1 })
  let found: { id: string } | undefined
  await until(
    'the mail is a case',
    async () => (found = (await casesOf(guichet)).find(({ subject }) => subject === mail.subject)) !== undefined,
  )
  return found!.id
}

async function answered(...faults: Fault[]): Promise<Asked> {
  const id = await newCase()
  relay.next(...faults)
  return { id, interaction: await answer(guichet, id, `to ${id}`) }
}

async function look({ id, interaction }: Asked): Promise<Sent & { case: Case }> {
  const { body } = await guichet.ask<Case>(`/api/v1/cases/${id}`)
  return {
    ...body.conversations.flatMap(({ interactions }) => interactions).find((each) => each.id === interaction)!,
    case: body,
  }
}

const becomes = async (asked: Asked, state: string): Promise<void> =>
  await until(`${state} (${JSON.stringify((await look(asked)).state_detail)})`, async () => (await look(asked)).state === state)
const triedOnce = async (asked: Asked): Promise<void> =>
  await until('tried and queued again', async () => {
    const { state, state_detail } = await look(asked)
    return state === 'queued' && state_detail !== null
  })

// What a minute of waiting would bring.
const timePasses = async (): Promise<unknown> =>
  await withBooks(guichet.folder, ({ rows }) =>
    rows(`update base.job set due_at = now() where kind = 'email.send' and claimed_until is null`),
  )
const retry = async ({ id, interaction }: Asked): Promise<number> =>
  (await guichet.ask(`/api/v1/cases/${id}/replies/${interaction}/retry`, { method: 'POST' })).status

const idOf = (text: string): string => /^Message-ID: (<.*>)/im.exec(text)?.[1] ?? ''
const mailsOf = ({ id }: Asked): string[] =>
  relay.mails.map(({ text }) => text).filter((text) => text.includes(`Answer to ${id}`))

const passing: [string, Fault][] = [
  ['hangs up before it greets', { at: 'greeting', drop: true }],
  ['hangs up on our name', { at: 'hello', drop: true }],
  ['hangs up on the sender', { at: 'sender', drop: true }],
  ['hangs up before DATA', { at: 'data', drop: true }],
  ['answers 421 and hangs up', { at: 'sender', answer: '421 4.3.2 closing', hangUp: true }],
  ['answers 451 to the recipient', { at: 'recipient', answer: '451 4.3.0 later' }],
  ['answers 451 after the final dot', { at: 'dot', answer: '451 4.3.0 later' }],
]
for (const [how, fault] of passing)
  test(`a relay that ${how}: the answer waits, queued, and leaves later, once`, async () => {
    relay.hangUpAll() // a fresh connection, so that the greeting comes
    const asked = await answered(fault)
    await triedOnce(asked)
    assert.equal(mailsOf(asked).length, 0)
    assert.notEqual((await look(asked)).state_detail, null)
    await timePasses()
    await becomes(asked, 'handed_over')
    assert.equal(mailsOf(asked).length, 1)
  })

for (const keep of [true, false])
  test(`a relay that hangs up after the final dot and ${keep ? 'kept' : 'lost'} the mail: uncertain, never sent again by itself`, async () => {
    const asked = await answered({ at: 'dot', drop: true, keep })
    await becomes(asked, 'uncertain')
    await timePasses()
    await guichet.kill()
    await guichet.start()
    await settled(guichet)
    const { state, case: of } = await look(asked)
    assert.equal(state, 'uncertain')
    assert.notEqual(of.failed_at, null, 'its owner is told')
    assert.equal(mailsOf(asked).length, keep ? 1 : 0)
    assert.ok((await retry(asked)) < 300)
    await becomes(asked, 'handed_over')
    const mails = mailsOf(asked)
    assert.equal(mails.length, keep ? 2 : 1)
    assert.equal(new Set(mails).size, 1, 'a person sent the very same bytes')
    again += keep ? 1 : 0
  })
let again = 0

for (const at of ['recipient', 'dot'] as const)
  test(`a relay that says no for good at the ${at}: failed, back to its owner, and a person may send the same mail again`, async () => {
    const asked = await answered({ at, answer: '550 5.7.1 not from you' })
    await becomes(asked, 'failed')
    const { state_detail, case: of } = await look(asked)
    assert.match(state_detail ?? '', /550/)
    assert.notEqual(of.failed_at, null)
    const id = (
      await withBooks(guichet.folder, ({ rows }) =>
        rows<{ message_id: string }>('select message_id from channels.sent where interaction_id = $1', [asked.interaction]),
      )
    )[0]!.message_id
    assert.ok((await retry(asked)) < 300)
    await becomes(asked, 'handed_over')
    assert.equal((await look(asked)).case.failed_at, null)
    assert.deepEqual(mailsOf(asked).map(idOf), [`<${id}>`])
    assert.equal(await retry(asked), 409, 'what was handed over is not sent again')
  })

test('a relay that hangs up inside a large message: nothing left, and it waits', async () => {
  const id = await newCase()
  const form = new FormData()
  form.append('file', new Blob([Buffer.alloc(6_000_000, 'x')]), 'plan.pdf')
  const headers = { authorization: guichet.authorization() }
  const upload = (await (
    await fetch(`http://127.0.0.1:${guichet.http}/api/v1/cases/${id}/uploads`, { method: 'POST', headers, body: form })
  ).json()) as { id: string }
  relay.hangUpAll() // over a connection that had rested a second attempt would follow at once
  relay.next({ at: 'inside', drop: true })
  const body = { text: `Answer to ${id}`, uploads: [upload.id] }
  const asked = {
    id,
    interaction: (await guichet.ask<{ id: string }>(`/api/v1/cases/${id}/replies`, { method: 'POST', body })).body.id,
  }
  await triedOnce(asked)
  await timePasses()
  await becomes(asked, 'handed_over')
  assert.equal(mailsOf(asked).length, 1)
})

// The whole of a small mail has left before the hanging up is heard: to call that failed would send it twice one day.
test('a relay that hangs up inside a small message is never said to have it, nor sent it twice', async () => {
  const asked = await answered({ at: 'inside', drop: true })
  await until(
    'it has an end',
    async () => ['uncertain', 'queued'].includes((await look(asked)).state) && (await look(asked)).state_detail !== null,
  )
  assert.equal(mailsOf(asked).length, 0)
})

test('an answer that fails after its case was closed with it is in front of its owner again', async () => {
  const id = await newCase()
  relay.next({ at: 'dot', answer: '550 5.7.1 no' })
  const { body } = await guichet.ask<{ id: string }>(`/api/v1/cases/${id}/replies`, {
    method: 'POST',
    body: { text: `Answer to ${id}`, close: true },
  })
  await becomes({ id, interaction: body.id }, 'failed')
  const listed = await guichet.ask<{ items: { id: string }[] }>('/api/v1/cases?status=open&stands=waiting_for_us&limit=100')
  const fresh = await guichet.ask<{ items: { id: string }[] }>('/api/v1/cases?status=open&stands=new&limit=100')
  assert.ok([...listed.body.items, ...fresh.body.items].some((each) => each.id === id))
})

test('a relay that falls silent holds up one answer and not the others; a kill meanwhile leaves it uncertain', async () => {
  const stuck = await answered({ at: 'dot', silence: true })
  await until('it is leaving', async () => (await look(stuck)).state === 'leaving')
  const other = await answered()
  await becomes(other, 'handed_over')
  assert.equal((await look(stuck)).state, 'leaving')
  await guichet.kill()
  await guichet.start()
  await becomes(stuck, 'uncertain')
  assert.equal(mailsOf(stuck).length, 0)
})

test('twenty clicks at once with one key are one mail', async () => {
  const id = await newCase()
  const ask = { method: 'POST', body: { text: `Answer to ${id}` }, headers: { 'idempotency-key': `click ${id}` } }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => guichet.ask<{ id: string }>(`/api/v1/cases/${id}/replies`, ask)),
  )
  const made = new Set(answers.map(({ body }) => body.id))
  assert.deepEqual([made.size, [...new Set(answers.map(({ status }) => status))]], [1, [201]])
  await becomes({ id, interaction: [...made][0]! }, 'handed_over')
  assert.equal(mailsOf({ id, interaction: '' }).length, 1)
})

test('at the end the books agree with the relay', async () => {
  await settled(guichet)
  const ids = new Set(relay.mails.map(({ text }) => idOf(text)))
  assert.equal(relay.mails.length - ids.size, again, 'twice only what a person sent again')
  await holds(guichet, sent)
})
