// The kinds of contact of a file: one for each of its kinds and part of the day, since in the evening people are served faster and wait otherwise
// than in the morning. Where a part has taught too little, the whole day of that kind teaches.
import type { Duration } from '../contract/laws.ts'
import type { Kind } from '../contract/traffic.ts'
import { handlingOf, patienceOf } from './learn.ts'
import type { PlacedCall } from './presence.ts'

export type Lessons = {
  learnt: readonly PlacedCall[]
  wrap_up: Duration
  head_start_s: Readonly<Record<string, number>>
  keepsHandling: boolean
  part_h: number // hours a part of the day
}

const ENOUGH = 100 // of those served for their handling, of those who gave up for their patience
const DAY_H = 24

export function kindsFrom(replayed: readonly PlacedCall[], lessons: Lessons): Kind[] {
  const partOf = ({ arrived_s }: PlacedCall) => Math.floor(((arrived_s / 3_600) % DAY_H) / lessons.part_h)
  const wanting = replayed.filter(({ ended }) => ended !== 'left_in_menu')
  return [...Map.groupBy(wanting, (call) => `${call.kind} ${partOf(call)}`).values()].map((calls) => {
    const [first] = calls
    const [name, part] = first ? [first.kind, partOf(first)] : ['', 0]
    const ofKind = lessons.learnt.filter(({ kind }) => kind === name)
    const ofPart = ofKind.filter((call) => partOf(call) === part)
    const enough = (ended: PlacedCall['ended']) =>
      ofPart.filter((call) => call.ended === ended).length >= ENOUGH ? ofPart : ofKind
    return {
      name: nameOf(name, part, lessons.part_h),
      channel: 'phone',
      queue: name,
      arrivals: listOf(calls, lessons),
      handling: handlingOf(enough('answered')) ?? handlingOf(lessons.learnt) ?? { law: 'exponential', mean_s: 180 },
      wrap_up: lessons.wrap_up,
      patience: patienceOf(enough('gave_up')),
      priority: 0,
      needs: {},
      facts: {},
    }
  })
}

const nameOf = (kind: string, part: number, part_h: number) =>
  part_h >= DAY_H ? kind : `${kind} ${hour(part * part_h)}–${hour(Math.min(DAY_H, (part + 1) * part_h))}`
const hour = (at: number) => String(at).padStart(2, '0')

const listOf = (calls: readonly PlacedCall[], { keepsHandling, head_start_s }: Lessons) => ({
  at_s: calls.map(({ origin_s, arrived_s }) => origin_s + arrived_s),
  ids: calls.map(({ id }) => id.slice(0, 80)),
  ...(keepsHandling ? { handling_s: calls.map(({ handling_s }) => handling_s) } : {}),
  priorities: calls.map(({ priority }) => (head_start_s[priority] ?? 0) / 60),
})
