import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escaped, folded, writeCalendar } from './rules/icalendar.ts'

// A reader written from RFC 5545 alone: §3.1 unfolds and parts name from value, §3.3.11 reads text.
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const readText = (value: string): string =>
  value.replaceAll(/\\([nN\\;,])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
const propertiesOf = (text: string, name: string): string[] =>
  unfolded(text).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []))

const event = {
  uid: 'a.b@guichet', sequence: 3, changed_at: Temporal.Instant.from('2026-11-20T09:00:00.123Z'), starts_at: Temporal.Instant.from('2026-10-25T00:30:00Z'),
  ends_at: Temporal.Instant.from('2026-10-25T08:30:00Z'), summary: 'Travail', description: '', location: null,
} // prettier-ignore

test('what somebody wrote is read back as it was: commas, semicolons, backslashes, lines, accents and signs of two halves', () => {
  const written = `Réunion : à l’accueil ; badge, clés\\casier\nétage 3 ${'🙂'.repeat(40)}`
  const text = writeCalendar({ name: 'Vacations, équipe', language: 'fr', events: [{ ...event, description: written }] })
  assert.deepEqual(propertiesOf(text, 'DESCRIPTION').map(readText), [written])
  assert.deepEqual(propertiesOf(text, 'X-WR-CALNAME').map(readText), ['Vacations, équipe'])
})

test('no line is longer than 75 octets, none is cut within a character, and all end with CRLF', () => {
  const text = writeCalendar({ name: 'é'.repeat(200), language: 'en', events: [{ ...event, location: 'x'.repeat(400) }] })
  const lines = text.split('\r\n')
  assert.equal(lines.at(-1), '')
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n') && !line.includes('\uFFFD')))
  assert.equal(folded('a'.repeat(75)), 'a'.repeat(75))
  assert.equal(folded('a'.repeat(76)), `${'a'.repeat(75)}\r\n a`)
})

test('times are in UTC, so that an hour the clocks take twice is one and only one; the time it was changed is said, and nobody is invited', () => {
  const text = writeCalendar({ name: 'n', language: 'fr', events: [event, { ...event, uid: 'c' }] })
  assert.deepEqual(propertiesOf(text, 'DTSTART'), ['20261025T003000Z', '20261025T003000Z'])
  assert.deepEqual(propertiesOf(text, 'DTEND'), ['20261025T083000Z', '20261025T083000Z'])
  assert.deepEqual(propertiesOf(text, 'DTSTAMP'), ['20261120T090000Z', '20261120T090000Z'])
  assert.deepEqual(propertiesOf(text, 'SEQUENCE'), ['3', '3'])
  assert.deepEqual(propertiesOf(text, 'METHOD'), [])
})

test('nothing somebody writes can begin a property of its own', () => {
  assert.equal(escaped('a\r\nATTENDEE:mailto:x@y.example\u0007'), 'a\\nATTENDEE:mailto:x@y.example ')
})
