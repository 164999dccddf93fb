// Silence: how long the customer has not heard from us, whatever the status says. Stagnation: how long nobody did anything. Pure.
import type { OfCase } from './decide.ts'
import type { Now } from './clock-now.ts'
import type { Stretch } from './climb.ts'

export type QuietNow = {
  at: string // since when: names the stretch
  since: Temporal.Instant
  due: Temporal.Instant | null // bearable until then; null: it is not measured, or stands still
  alarm: Temporal.Instant | null // since when it is too long
  alarms: boolean // as of now
  look: number | null
  stretch: Omit<Stretch, 'cause'>
}
type Measured = {
  since: number
  minutes: number | null
  stands: boolean
  before: { since: Temporal.Instant | null; alarm: Temporal.Instant | null }
}

export function quietNow(of: OfCase, now: Now): { silence: QuietNow | null; stagnation: QuietNow | null } {
  const { story, ruled, since, watch } = of
  if (!story.live || story.begun === null) return { silence: null, stagnation: null }
  const policy = ruled?.policy
  const waits = story.waits_since !== null && (policy?.pauses.includes('stagnation') ?? false)
  const silence = measure({ since: Math.max(story.heard ?? story.begun, since), minutes: policy?.silence_minutes ?? null, stands: false, before: { since: watch.silence_since, alarm: watch.silent_at } }, now) // prettier-ignore
  const stagnation = measure({ since: Math.max(story.moved ?? story.begun, story.asked ?? 0, since), minutes: policy?.stagnation_minutes ?? null, stands: waits, before: { since: watch.stagnation_since, alarm: watch.stagnant_at } }, now) // prettier-ignore
  return { silence, stagnation }
}

function measure({ since, minutes, stands, before }: Measured, now: Now): QuietNow {
  const due = minutes === null || stands ? null : now.time.after(since, minutes * 60_000)
  const known = before.alarm !== null && before.since?.epochMilliseconds === since ? before.alarm : null
  const alarms = known === null && now.marks && due !== null && due <= now.at
  const alarm = known ?? (alarms ? Temporal.Instant.fromEpochMilliseconds(due) : null)
  const start = Temporal.Instant.fromEpochMilliseconds(since)
  return {
    at: start.toString(), since: start, due: due === null ? null : Temporal.Instant.fromEpochMilliseconds(due), alarm, alarms, look: alarm ? null : due,
    stretch: {
      started: since, due, late: alarm !== null,
      share: (percent) => (minutes === null || stands ? null : now.time.after(since, Math.max(1, Math.floor(minutes * 600 * percent)))),
      after: (milliseconds) => (due === null ? null : now.time.after(due, milliseconds)),
    },
  } // prettier-ignore
}
