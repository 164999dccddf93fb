// The thinking parts of the screens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atMostEvery } from '#ui/at-most-every'
import { LETTER, UNDO_SECONDS, type Address, type Case, type Interaction, type Way } from '../contract.ts'
import { story } from './case/story.ts'
import { readPresence } from './case/presence-told.ts'
import { isAddress, readAddresses, without } from './composer/addresses.ts'
import { answerTo, lastArrival, otherPeople, overtaken, ready } from './composer/answering.ts'
import { isReplyDraft, NO_REPLY } from './composer/draft.ts'
import { fill, fillTemplate } from './composer/fill.ts'
import { wayOf, wishOf } from './composer/ways.ts'
import { mentionAt, mentionsIn, putMention } from './composer/mentions.ts'
import { readFilter } from './lists/filter.ts'

const nadia: Address = { name: 'Nadia', address: 'nadia@client.example' }
const house: Address = { name: '', address: 'contact@maison.example' }
const said = (part: Partial<Interaction> & { at: string }): Interaction =>
  ({
    id: part.at,
    direction: 'in',
    kind: 'message',
    author: null,
    from: nadia,
    to: [house],
    cc: [],
    answer_to: [],
    more_recipients: 0,
    subject: 'Colis',
    text: '',
    visible_text: '',
    html: null,
    marks: {},
    attachments: [],
    state: 'received',
    ...part,
  }) as unknown as Interaction // prettier-ignore -- only what is read here
const caseOf = (...interactions: Interaction[]) =>
  ({ conversations: [{ channel: 'email', traits: LETTER, interactions }] }) as unknown as Case // as above

test('the story of a case is told in order, parted by days, and what was held back is not told', () => {
  const found = {
    ...caseOf(
      said({ at: '2026-11-20T23:30:00Z' }),
      said({ at: '2026-11-21T08:00:00Z', direction: 'out', state: 'cancelled' }),
      said({ at: '2026-11-21T09:00:00Z' }),
    ),
    notes: [{ id: 'n', author: null, text: '', mentions: [], at: '2026-11-21T08:30:00Z' }],
    owners: [{ since: '2026-11-20T23:30:00Z' }],
    merged: [{ merge_id: 'm', at: '2026-11-21T10:00:00Z' }],
    closures: [{ id: 'c', at: '2026-11-21T11:00:00Z', reopened_at: '2026-11-21T12:00:00Z' }],
  } as unknown as Case // only what is told
  const days = story(found, (at) => at.slice(0, 10))
  assert.deepEqual(days.map(({ day, told }) => [day, told.map(({ kind }) => kind)]), [['2026-11-20', ['message', 'owner']], ['2026-11-21', ['note', 'message', 'merged', 'closed', 'reopened']]]) // prettier-ignore
})

test('what is said to and fro in a chat is told as one talk, with who answers inside it, until a pause, a letter or a note', () => {
  const chat = { id: 'v', channel: 'chat', traits: { ...LETTER, instant: true } }
  const at = (time: string) => `2026-11-21T${time}:00Z`
  const ours = { direction: 'out', author: { id: 'e', name: 'Emma' } } as unknown as Partial<Interaction> // only what is read here
  const found = {
    conversations: [
      {
        ...chat,
        interactions: [
          said({ at: at('09:00') }),
          said({ at: at('09:01') }),
          said({ at: at('09:02'), ...ours, kind: 'notice' }),
          said({ at: at('09:03'), ...ours, travels_by: 'email' }),
          said({ at: at('09:20') }),
          said({ at: at('09:25'), marks: { via: 'mail' } }),
          said({ at: at('09:26') }),
          said({ at: at('10:26') }),
        ],
      },
    ],
    notes: [{ id: 'n', author: null, text: '', mentions: [], at: at('10:30') }],
    owners: [{ since: at('09:00') }, { since: at('09:10') }, { since: at('10:27') }],
    merged: [],
    closures: [],
  } as unknown as Case // only what is told
  const [day] = story(found, (instant) => instant.slice(0, 10))
  assert.deepEqual(
    day?.told.map((told) =>
      told.kind === 'talk' ? told.turns.map((turn) => (turn.kind === 'said' ? turn.interactions.length : turn.kind)) : told.kind,
    ),
    [['owner', 2, 'put_in', 1, 'owner', 1], 'message', [1], [1], 'owner', 'note'],
  )
})

test('an answer goes where the sender wants it, else to the sender, else to the customer', () => {
  const elsewhere = { name: '', address: 'ailleurs@client.example' }
  assert.deepEqual(answerTo(said({ at: '2026-11-21T09:00:00Z', answer_to: [elsewhere] }), null), [elsewhere])
  assert.deepEqual(answerTo(said({ at: '2026-11-21T09:00:00Z' }), null), [nadia])
  assert.deepEqual(answerTo(null, nadia), [nadia])
  assert.deepEqual(answerTo(null, null), [])
})

test('people are answered before machines, whatever came last', () => {
  const found = caseOf(
    said({ at: '2026-11-21T09:00:00Z' }),
    said({ at: '2026-11-21T10:00:00Z', kind: 'auto-reply' }),
    said({ at: '2026-11-21T11:00:00Z', kind: 'bounce' }),
  )
  assert.equal(lastArrival(found)?.at, '2026-11-21T09:00:00Z')
})

test('the others of a message can be added, but never the house itself or the sender', () => {
  const tom = { name: 'Tom', address: 'tom@client.example' }
  const out = said({ at: '2026-11-21T08:00:00Z', direction: 'out', from: house })
  const last = said({ at: '2026-11-21T09:00:00Z', to: [house, tom], cc: [{ ...nadia, address: 'NADIA@client.example' }] })
  assert.deepEqual(otherPeople(caseOf(out, last), last, [nadia]), [tom])
  const alone = said({ at: '2026-11-21T09:00:00Z' })
  assert.deepEqual(otherPeople(caseOf(alone), alone, []), [])
})

test('who writes is told that a colleague or the customer was faster', () => {
  const since = '2026-11-21T09:00:00Z'
  const ours = said({
    at: '2026-11-21T09:05:00Z',
    direction: 'out',
    author: { id: 'lea', name: 'Léa' } as Interaction['author'] & {},
  })
  assert.deepEqual(overtaken(caseOf(ours), since, 'me'), { by: 'colleague', name: 'Léa' })
  assert.equal(overtaken(caseOf(ours), since, 'lea'), null)
  assert.deepEqual(overtaken(caseOf(said({ at: '2026-11-21T09:05:00Z' })), since, 'me'), { by: 'customer' })
  assert.equal(overtaken(caseOf(said({ at: '2026-11-21T08:59:00Z' })), since, 'me'), null)
})

test('an answer leaves only when it is addressed, written, whole and filled in', () => {
  const draft = { ...NO_REPLY, html: '<p>Bonjour {{customer.name}}</p>', text: 'Bonjour {{customer.name}}\n\n\n\nfin' }
  const known = { to: [nadia], values: { 'customer.name': 'Nadia' }, uploading: false }
  assert.deepEqual(ready(draft, known), { html: '<p>Bonjour Nadia</p>', text: 'Bonjour Nadia\n\nfin' })
  assert.deepEqual(ready(draft, { ...known, values: {} }), { key: 'missing', names: ['customer.name'] })
  assert.deepEqual(ready(draft, { ...known, to: [] }), { key: 'noRecipient' })
  assert.deepEqual(ready(draft, { ...known, to: [{ name: '', address: 'nadia' }] }), { key: 'badAddress', address: 'nadia' })
  assert.deepEqual(ready(draft, { ...known, uploading: true }), { key: 'stillUploading' })
  assert.deepEqual(ready(NO_REPLY, known), { key: 'emptyReply' })
})

test('a variable can bring no markup into a mail, and an unknown one stays to be seen', () => {
  const html = '<p><span class="v" data-variable="customer.name">Nom</span> {{agent.name}}</p>'
  assert.equal(
    fill({ html, text: '' }, { 'customer.name': '<img src=x>', 'agent.name': 'A&B' }).html,
    '<p>&lt;img src=x&gt; A&amp;B</p>',
  )
  assert.match(fillTemplate('<p>{{customer.name}}</p>', {}), /<span data-variable="customer.name">/)
})

test('recipients are read as they are typed or pasted, each once', () => {
  assert.deepEqual(readAddresses('Nadia Benali <nadia@client.example>, "Tom, le grand" ; tom@client.example\nTOM@client.example').map(({ address }) => address), ['nadia@client.example', '"Tom', 'le grand"', 'tom@client.example']) // prettier-ignore
  assert.deepEqual(['a@b.fr', 'a@localhost', 'a@b', 'a b@c.fr', ''].map((address) => isAddress({ name: '', address })), [true, true, false, false, false]) // prettier-ignore
  fc.assert(fc.property(fc.array(fc.emailAddress()), (all) => without(all.map((address) => ({ name: '', address })), []).length === new Set(all.map((each) => each.toLowerCase())).size)) // prettier-ignore
})

test('a mention is found while it is typed, completed, and counted once', () => {
  assert.equal(mentionAt('Vois avec @Lé', 13), 'Lé')
  assert.equal(mentionAt('nadia@client', 12), null)
  assert.deepEqual(putMention('Vois @Lé demain', 8, 'Léa Martin'), { text: 'Vois @Léa Martin  demain', caret: 17 })
  const people = [{ id: 'j', name: 'Jean Martin' }, { id: 'r', name: 'Jean Martin-Roy' }] // prettier-ignore
  assert.deepEqual(mentionsIn('@Jean Martin-Roy et @Jean Martin-Roy', people), ['r'])
})

test('what stands in the address is looked at before it filters', () => {
  assert.deepEqual(readFilter({ status: 'open', owner: 'me', q: 48213, brand: 'drop table', stands: 'nowhere' }), {
    status: 'open',
    owner: 'me',
    q: '48213',
  })
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (kept) => typeof readFilter(kept) === 'object'))
})

test('a draft that something else wrote is no draft', () => {
  assert.equal(isReplyDraft(NO_REPLY), true)
  fc.assert(fc.property(fc.anything(), (kept) => !isReplyDraft(kept) || typeof kept.html === 'string'))
})

test('presence is believed only as far as it has the right shape', () => {
  assert.deepEqual(readPresence({ one: [{ person: 'lea', typing: true }, { person: 3 }, null] }, 'one'), [
    { person: 'lea', typing: true },
  ])
  for (const told of [null, 'one', { one: 'lea' }, {}]) assert.deepEqual(readPresence(told, 'one'), [])
})

test('a burst of events reads the lists twice: at once, and once more at the end', () => {
  const clock: (() => void)[] = []
  let runs = 0
  const wish = atMostEvery(1_000, () => void runs++, (run) => clock.push(run)) // prettier-ignore
  for (let event = 0; event < 50; event++) wish()
  assert.equal(runs, 1)
  clock.shift()?.()
  assert.equal(runs, 2)
  clock.shift()?.()
  assert.equal(runs, 2, 'and then there is silence')
  wish()
  assert.equal(runs, 3)
})

const ways = [
  { channel: 'chat', conversation: 'c1', traits: { ...LETTER, instant: true, addressed: false }, to: [] },
  { channel: 'email', conversation: 'c2', traits: LETTER, to: [nadia] },
  { channel: 'email', conversation: null, traits: LETTER, to: [nadia] },
] as unknown as Way[] // only what is read here

test('an answer goes the usual way, or the one that was chosen, or the one of the message it answers', () => {
  const place = (choice: { channel: string | null; conversation: string | null }) =>
    ways.indexOf(wayOf(ways, choice as Parameters<typeof wayOf>[1])!) // ids of this test
  assert.deepEqual(
    [
      place({ channel: null, conversation: null }),
      place({ channel: null, conversation: 'c2' }),
      place({ channel: 'email', conversation: null }),
      place({ channel: null, conversation: 'gone' }),
    ],
    [0, 1, 2, 0],
  )
  assert.equal(wayOf([], { channel: null, conversation: null }), null)
})

test('what is said in a chat leaves at once and without addresses; a mail can be held back', () => {
  const found = { id: 'case' } as Case // only the id is read
  const written = { html: '<p>a</p>', text: 'a', to: [nadia], subject: 'Re: Colis', close: false }
  const [chat, mail, newMail] = ways
  const said = wishOf(found, NO_REPLY, { ...written, way: chat! })
  assert.deepEqual([said.conversation, said.undo_seconds, 'to' in said], ['c1', 0, false])
  const sent = wishOf(found, NO_REPLY, { ...written, way: mail! })
  assert.deepEqual([sent.conversation, sent.undo_seconds, 'to' in sent && sent.to], ['c2', UNDO_SECONDS, [nadia]])
  const begun = wishOf(found, NO_REPLY, { ...written, way: newMail! })
  assert.deepEqual([begun.conversation, begun.channel], [undefined, 'email'])
  const unknown = wishOf(found, NO_REPLY, { ...written, way: null })
  assert.deepEqual([unknown.conversation, unknown.channel, 'to' in unknown && unknown.to], [undefined, undefined, [nadia]])
})

test('an answer without addresses needs none, but not more words than the channel carries', () => {
  const traits = { ...LETTER, addressed: false, maxLength: 10 }
  const say = (text: string) => ready({ ...NO_REPLY, html: text, text }, { to: [], values: {}, uploading: false, traits })
  assert.deepEqual(say('Bonjour'), { html: 'Bonjour', text: 'Bonjour' })
  assert.deepEqual(say('Bonjour à vous'), { key: 'tooLong', most: 10 })
})
