// A small afternoon, for tests: calls and mail, two teams, everybody at lunch at once.
import type { ActivityNow, PersonNow, QueueNow, Situation, StreamNow } from '../situation.ts'

export const HOUR = 3_600_000
export const NOON = Date.parse('2026-11-20T11:00:00Z') // in Paris
const SHIFT = { from: NOON - 3 * HOUR, to: NOON + 5 * HOUR }

export const queue = (key: string, more: Partial<QueueNow> = {}): QueueNow => ({
  key, label: key, own: true, deferred: false, within_s: 20, target: 0.8, formula: 'service_level.offered.1', so_far: { kept: 400, of: 500 }, call_back_after_s: null, ...more,
}) // prettier-ignore
export const stream = (of: string, each: number, more: Partial<StreamNow> = {}): StreamNow => ({
  queue: of, channel: 'phone', coming: Array.from({ length: 20 }, () => each), waiting: 0, handling_s: 300, patience_s: 180, at_once: 1, ...more,
}) // prettier-ignore
export const lunch = (from: number, id = 'lunch'): ActivityNow => ({
  id,
  kind: 'lunch',
  sort: 'rest',
  name: '',
  from,
  to: from + 45 * 60_000,
})
export const person = (id: string, more: Partial<PersonNow> = {}): PersonNow => ({
  id, name: id, shift: { id: `shift of ${id}`, ...SHIFT }, activities: [], away: [], here: true, from: NOON, in_hand: [], queues: { calls: 3 }, could: ['calls'],
  chats: null, longer_min: 0, may_come: null, ...more,
}) // prettier-ignore

export function afternoon(more: Partial<Situation> = {}): Situation {
  const people = Array.from({ length: 16 }, (_, n) => person(`caller ${n}`, n < 8 ? { activities: [lunch(NOON + HOUR)] } : {}))
  const writers = ['writer 0', 'writer 1', 'writer 2'].map((id) => person(id, { queues: { mail: 3 }, could: ['calls', 'mail'] }))
  return {
    now: NOON,
    until: NOON + 5 * HOUR,
    interval_ms: 900_000,
    group: 'calls',
    queues: [queue('calls'), queue('mail', { own: false, deferred: true })],
    streams: [stream('calls', 38), stream('mail', 4, { channel: 'email', handling_s: 600, patience_s: null })],
    people: [...people, ...writers],
    chats_at_once: 3,
    ...more,
  }
}
