import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageNoticed, messageQueued, type ChannelTraits } from './contract.ts'
import { acknowledge } from './acknowledge.ts'
import { holdBack } from './hold-back.ts'
import { notice } from './notice.ts'
import { redirect } from './redirect.ts'
import { reply } from './reply.ts'
import { retry } from './retry.ts'
import { settle } from './settle.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 0, close: false }
const SPOKEN: ChannelTraits = { instant: true, public: false, maxLength: 40, replyWindow: 3_600, addressed: false }
const mail = { name: 'Jeanne', address: 'jeanne@client.example' }

const aVisitor = (centre: Centre, wish = {}) =>
  centre.arrive({
    channel: 'chat', traits: SPOKEN, from: { name: 'Jeanne', address: '' }, identity: { kind: 'handle', value: 'chat:1' }, subject: '', ...wish,
  }) // prettier-ignore
const asAnna = (centre: Centre) => centre.as(centre.anna)

test('a visitor without an address is answered where the conversation is, at once and without an undo', async () => {
  const centre = await testCentre()
  const { case: id } = await aVisitor(centre)
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Bonjour', undo_seconds: 6 }), asAnna(centre))
  assert.equal(sent.leaves_at, centre.clock.now().toString())
  const [queued] = await centre.heard(messageQueued)
  assert.equal(queued?.channel, 'chat')
})

test('nobody else can be written to from a conversation that has no addresses', async () => {
  const centre = await testCentre()
  const { case: id } = await aVisitor(centre)
  for (const more of [{ to: [mail] }, { cc: [mail] }])
    await assert.rejects(
      centre.work((work) => reply(work, { ...answer, ...more, id, text: 'Bonjour' }), asAnna(centre)),
      /reply\.answers_in_place/,
    )
})

test('an answer is refused when the channel cannot carry so many words, or no longer', async () => {
  const centre = await testCentre()
  const { case: id } = await aVisitor(centre)
  const say = (text: string) => centre.work((work) => reply(work, { ...answer, id, text }), asAnna(centre))
  await assert.rejects(say('x'.repeat(41)), /reply\.too_long/)
  await say('x'.repeat(40))
  centre.clock.advance({ hours: 2 })
  await assert.rejects(say('Toujours là ?'), /reply\.too_late/)
})

test('what the visitor did not fetch follows by mail: the same message, once, and whoever gets it may answer', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await aVisitor(centre)
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Voilà' }), asAnna(centre))
  await centre.work((work) => settle(work, sent.id, { state: 'kept', detail: null }))
  const goes = () => centre.work((work) => redirect(work, sent.id, { channel: 'email', to: mail }))
  assert.deepEqual([await goes(), await goes()], [true, false])
  const queued = await centre.heard(messageQueued)
  assert.deepEqual(
    queued.map(({ channel, interaction_id }) => [channel, interaction_id]),
    [
      ['chat', sent.id],
      ['email', sent.id],
    ],
  )
  const shown = await centre.work((work) => view(work, { id }))
  const said = shown.conversations[0]?.interactions.at(-1)
  assert.deepEqual([said?.travels_by, said?.to, said?.state], ['email', [mail], 'queued'])
  const back = await centre.arrive({ from: mail, identity: { kind: 'email', value: mail.address }, answers: conversation })
  assert.deepEqual([back.case, back.opened], [id, false])
})

test('a message that travels by mail is tried again by mail', async () => {
  const centre = await testCentre()
  const { case: id } = await aVisitor(centre)
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Voilà' }), asAnna(centre))
  await centre.work((work) => redirect(work, sent.id, { channel: 'email', to: mail }))
  await centre.work((work) => settle(work, sent.id, { state: 'failed', detail: 'no route' }))
  await centre.work((work) => retry(work, { id, interaction: sent.id }), asAnna(centre))
  assert.equal((await centre.heard(messageQueued)).at(-1)?.channel, 'email')
})

test('what was held back is not redirected', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const sent = await centre.work((work) => reply(work, { ...answer, id, text: 'Non', undo_seconds: 6 }), asAnna(centre))
  await centre.work((work) => holdBack(work, { id, interaction: sent.id }), asAnna(centre))
  assert.equal(await centre.work((work) => redirect(work, sent.id, { channel: 'email', to: mail })), false)
})

test('a line the house says is told and shown, and does not make the case look answered', async () => {
  const centre = await testCentre()
  const { case: id, conversation } = await aVisitor(centre)
  await centre.work((work) =>
    notice(work, { case: id, conversation, channel: 'chat', text: 'Bruno vous répond.', language: 'fr', about: centre.bruno }),
  )
  await centre.work(
    (work) =>
    acknowledge(work, {
      case: id, conversation, channel: 'chat', to: { name: '', address: '' }, subject: '', text: 'Reçu', html: '', language: 'fr',
    }), // prettier-ignore
  )
  assert.equal((await centre.heard(messageNoticed)).length, 1)
  const shown = await centre.work((work) => view(work, { id }))
  assert.equal(shown.last_out_at, null)
  assert.deepEqual(
    shown.conversations[0]?.interactions.map(({ kind, author }) => [kind, author?.name]),
    [
      ['message', undefined],
      ['notice', 'Bruno'],
      ['acknowledgement', undefined],
    ],
  )
})
