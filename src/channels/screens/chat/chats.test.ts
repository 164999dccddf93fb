// The thinking parts of the page of chats.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OpenChat } from '../../contract.ts'
import { readHere, whoIsHere } from './here-told.ts'
import { staleLists, type Shown } from './lists/stale.ts'
import { clock, duration } from './lists/waited.ts'
import { afterReading, firstNew, lastPlace, lastSeen, linesOf, type Line, type Read } from './thread/lines.ts'
import { chatDays } from './thread/story.ts'
import { trustOf } from './visitor.ts'
import { count } from './waiting-count.ts'
import { emoji, findEmoji } from './writing/emoji.ts'
import { put, soughtAt } from './writing/slash.ts'
import { fitting, templateText, unfilled } from './writing/template-text.ts'

const said = (part: { id: string } & Partial<Omit<Read, 'id'>>): Read =>
  ({
    direction: 'in',
    kind: 'message',
    at: '2026-11-22T09:00:00Z',
    author: null,
    attachments: [],
    marks: {},
    state: 'received',
    text: '',
    visible_text: '',
    subject: '',
    travels_by: null,
    state_detail: null,
    ...part,
  }) as unknown as Read // prettier-ignore -- only what is read here
const places = (...ids: string[]) =>
  ids.map((id, at) => ({ seq: at + 1, interaction_id: id, by_mail: false })) as unknown as OpenChat['places'] // bare ids

test('lines stand in the server’s order whatever their hours say, those without a place yet after them, each once', () => {
  const read = [
    said({ id: 'late', at: '2026-11-22T09:09:00Z' }),
    said({ id: 'b', at: '2026-11-22T09:00:00Z' }),
    said({ id: 'a', at: '2026-11-22T09:05:00Z' }),
    said({ id: 'b', at: '2026-11-22T09:00:00Z' }),
    said({ id: 'gone', direction: 'out', state: 'cancelled' }),
  ]
  const lines = linesOf(read, places('a', 'b'))
  assert.deepEqual(lines.map(({ id, seq }) => [id, seq]), [['a', 1], ['b', 2], ['late', null]]) // prettier-ignore
  assert.equal(lastPlace(lines), 2)
})

test('a first reading that comes after its news takes nothing of them away', () => {
  const [a, b, now] = [said({ id: 'a' }), said({ id: 'b', state: 'queued' }), said({ id: 'b', state: 'handed_over' })]
  assert.deepEqual(afterReading([a, now], [a], 'first'), [a, now])
  assert.deepEqual(afterReading([a, now], [a, b], 'first'), [a, now])
  assert.deepEqual(afterReading([a, b], [now], 'news'), [a, now])
  assert.deepEqual(afterReading([a], [b], 'afresh'), [b])
})

test('any order of reading gives the same thread', () => {
  const read = ['a', 'b', 'c', 'd', 'e'].map((id) => said({ id }))
  const whole = linesOf(read, places('c', 'a', 'e', 'b', 'd')).map(({ id }) => id)
  fc.assert(fc.property(fc.shuffledSubarray(read, { minLength: 5 }), (some) => assert.deepEqual(linesOf([...some, ...some], places('c', 'a', 'e', 'b', 'd')).map(({ id }) => id), whole))) // prettier-ignore
})

const line = (seq: number, from: Line['from'], { at = '2026-11-22T09:00:00Z', by = null }: Partial<Line> = {}): Line =>
  ({ id: `${seq}`, seq, from, by, at, text: '', files: [], by_mail: false, state: 'received', detail: null }) // prettier-ignore

test('what one person says in one breath stands under one name; another, a pause or a new day begins again', () => {
  const lea = { id: 'lea', name: 'Léa' }
  const lines = [
    line(1, 'visitor'),
    line(2, 'visitor', { at: '2026-11-22T09:01:00Z' }),
    line(3, 'agent', { at: '2026-11-22T09:02:00Z', by: lea }),
    line(4, 'agent', { at: '2026-11-22T09:03:00Z', by: { id: 'hugo', name: 'Hugo' } }),
    line(5, 'visitor', { at: '2026-11-22T09:04:00Z' }),
    line(6, 'visitor', { at: '2026-11-22T09:15:00Z' }),
    line(7, 'visitor', { at: '2026-11-23T00:00:00Z' }),
  ]
  const days = chatDays(lines, (at) => at.slice(0, 10))
  assert.deepEqual(days.map(({ breaths }) => breaths.map(({ lines: all }) => all.length)), [[2, 1, 1, 1, 1], [1]]) // prettier-ignore
})

test('the mark of what is new stands after our last word, and nowhere when all is new or nothing', () => {
  const lines = [line(1, 'visitor'), line(2, 'agent'), line(3, 'visitor'), line(4, 'visitor')]
  assert.equal(firstNew(lines, 1), '3')
  assert.equal(firstNew(lines, 3), '4')
  assert.equal(firstNew(lines, 4), null)
  assert.equal(firstNew([line(1, 'visitor')], 0), null)
  assert.equal(lastSeen(lines, 1), null)
  assert.equal(lastSeen(lines, 4), '2')
})

const shown = (part: Partial<Record<'waiting' | 'mine' | 'others' | 'ended', string[]>>, whole = true): Shown => ({
  me: 'me',
  ids: { waiting: new Set(part.waiting), mine: new Set(part.mine), others: new Set(part.others), ended: new Set(part.ended) },
  whole: { waiting: whole, mine: whole, others: whole, ended: whole },
})
const told = (name: string, conversation: string, { by = null, before = null }: { by?: string | null; before?: string | null } = {}) => ({ name, conversation, by, before }) // prettier-ignore

test('an event makes stale only the lists that show the chat or now have to', () => {
  assert.deepEqual(staleLists(told('chat.opened', 'new'), shown({})), ['waiting'])
  assert.deepEqual(staleLists(told('chat.opened', 'new'), shown({}, false)), [], 'the end of a long queue is not shown')
  assert.deepEqual(staleLists(told('message.received', 'a'), shown({ mine: ['a'] })), ['mine'])
  assert.deepEqual(staleLists(told('chat.read', 'unseen'), shown({ mine: ['a'] })), [])
  assert.deepEqual(staleLists(told('chat.served', 'a', { by: 'me' }), shown({ waiting: ['a'] }, false)), ['waiting', 'mine'])
  assert.deepEqual(staleLists(told('chat.served', 'a', { by: 'lea', before: 'me' }), shown({ mine: ['a'] })), ['mine', 'others'])
  assert.deepEqual(
    staleLists(told('message.received', 'a'), shown({ ended: ['a'] })),
    ['ended', 'mine', 'waiting'],
    'it opened again',
  )
})

test('who waits is counted from what the journal tells, however often it tells it', () => {
  const waiting = new Set<string>()
  const event = (name: string, payload: unknown) => count(waiting, { name, payload })
  for (let time = 0; time < 2; time++) event('chat.opened', { conversation_id: 'a' })
  event('chat.opened', { conversation_id: 'b' })
  event('chat.served', { conversation_id: 'a', by: 'lea', before: null })
  event('chat.over', { conversation_id: 'c' })
  event('chat.opened', null)
  assert.deepEqual([...waiting], ['b'])
  event('chat.served', { conversation_id: 'a', by: null, before: 'lea' })
  assert.equal(waiting.size, 2)
})

test('who is here is believed from frames; before the first one, from the list; after a new line, anew', () => {
  const here = whoIsHere()
  assert.equal(here.of('a', true).online, true, 'the list said so')
  here.tell({ a: { online: false }, b: { online: true, typing: true }, c: 'nonsense' })
  assert.deepEqual([here.of('a', true), here.of('b', false)], [{ online: false, typing: false }, { online: true, typing: true }]) // prettier-ignore
  here.open()
  assert.equal(here.of('b', false).online, false)
  here.tell({ a: { online: true } })
  assert.equal(here.of('b', true).online, false, 'everybody who is here was told')
  fc.assert(fc.property(fc.anything(), (frame) => Array.isArray(readHere(frame))))
})

test('a wait is a clock that never runs backwards below nothing', () => {
  assert.deepEqual([-5, 0, 42.9, 725, 3_725].map(clock), ['0:00', '0:00', '0:42', '12:05', '1:02:05'])
  assert.equal(duration(725), 'PT12M5S')
})

test('"/" looks for a template and ":" for an emoji, but not inside an address, an hour or a choice of words', () => {
  const at = (text: string) => soughtAt(text, text.length)
  assert.deepEqual(at('Bonjour /dél'), { kind: 'template', text: 'dél', from: 8, to: 12 })
  assert.deepEqual(at('/'), { kind: 'template', text: '', from: 0, to: 1 })
  assert.deepEqual(at('ok :mer')?.kind, 'emoji')
  for (const text of ['https://', 'https://a', 'et/ou', '10:30', 'Note :', 'a :b', '1/2']) assert.equal(at(text), null, text)
  assert.deepEqual(put('Bonjour /dél fin', { from: 8, to: 12 }, 'Sous 48 h.'), { text: 'Bonjour Sous 48 h. fin', caret: 18 })
})

test('a template becomes plain words, with its variables, and what is not known stays to be seen', () => {
  const html =
    '<p>Bonjour <span class="v" data-variable="customer.first_name">Prénom</span>,</p><ul><li><p>un &amp; deux</p></li><li>trois</li></ul><p>{{agent.name}}<br>fin</p>'
  const text = templateText(html, { 'agent.name': 'Léa' })
  assert.equal(text, 'Bonjour {{customer.first_name}},\n\n– un & deux\n– trois\n\nLéa\nfin')
  assert.deepEqual(unfilled(text), ['customer.first_name'])
})

test('templates of another brand are not offered, those in the visitor’s language come first', () => {
  const template = (name: string, language: 'fr' | 'en', brand_id: string | null) =>
    ({ id: name, name, language, brand_id, html: '', version: 1 }) as never // prettier-ignore -- bare ids
  const all = [template('Delay', 'en', null), template('Délai', 'fr', 'b'), template('Délai autre', 'fr', 'other'), template('Bonjour', 'fr', null)] // prettier-ignore
  assert.deepEqual(fitting(all, { brand: 'b', language: 'fr', sought: 'del' }).map(({ name }) => name), ['Délai', 'Delay']) // prettier-ignore
})

test('an emoji is found by its words in both languages, accents or not, and none is listed twice', () => {
  assert.equal(findEmoji('coeur')[0]?.sign, '❤️')
  assert.equal(findEmoji('gene')[0]?.sign, '😅')
  assert.equal(findEmoji('thanks').length > 0, true)
  assert.deepEqual(findEmoji('zzz'), [])
  assert.equal(new Set(emoji.map(({ sign }) => sign)).size, emoji.length)
})

test('an unsigned name is only said, whatever it says', () => {
  const visitor = (part: object) => ({ name: '', said: null, proven: null, customer_id: null, ...part }) as OpenChat['visitor']
  assert.equal(trustOf(visitor({ said: { name: 'Directeur', email: '' } })), 'said')
  assert.equal(trustOf(visitor({ said: { name: '', email: '' } })), 'anonymous')
  assert.equal(trustOf(visitor({ proven: { name: 'Nadia', email: null } })), 'proven')
})
