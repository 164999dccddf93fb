// From the calls of a file to the parts of a scenario: the same contacts at the same moments, and the same people at work.
import { z } from 'zod'
import type { Group } from '../contract/staff.ts'
import type { Kind } from '../contract/traffic.ts'
import type { Queue } from '../contract/queues.ts'
import type { Columns } from './columns.ts'
import { kindsFrom } from './kinds.ts'
import { wrapUpOf } from './learn.ts'
import { dayAfter, daysBetween } from './moments.ts'
import { shiftsOf, unnamedShifts, type Shift } from './presence.ts'
import type { Call } from './read-calls.ts'
import { whatHappened, type Happened } from './what-happened.ts'

const day = () => z.iso.date()

export const readingShape = z.strictObject({
  from: day().optional().describe('First day to replay; without it the first of the file'),
  to: day().optional().describe('Last day to replay; without it the last of the file'),
  only: z.array(day()).max(400).optional().describe('Only these days; the others are empty'),
  learn_from: z
    .array(day())
    .max(400)
    .optional()
    .describe('Days from which patience, handling and pauses are learnt; without it those replayed'),
  handling: z
    .enum(['kept', 'drawn'])
    .default('kept')
    .describe('kept: each contact has the handling time it had; drawn: one of its kind’s'),
  part_h: z
    .int()
    .min(1)
    .max(24)
    .default(3)
    .describe('Hours of a part of the day that has its own patience and handling; 24: the whole day has one'),
  presence: z
    .strictObject({
      proof: z.enum(['waiting', 'none']).default('waiting').describe('waiting: who served nobody while somebody waited was away'),
      pick_up_s: z.number().min(0).max(600).default(10).describe('Shorter waits prove nothing'),
      least_away_s: z.number().min(0).max(3_600).default(60).describe('Shorter absences are pauses after a call'),
      last_share: z
        .number()
        .min(0)
        .max(1)
        .default(0.7)
        .describe('How far into the last contact of a spell at work others are still offered: 0 its beginning, 1 its end'),
      silence_s: z.number().min(60).max(86_400).default(3_600).describe('A longer silence between two contacts is a break'),
    })
    .prefault({})
    .describe('How it is inferred who was there to serve'),
})
export type Reading = z.infer<typeof readingShape>

/** What a file gives to a scenario. `really`: what happened on the days replayed. Nobody named in the file: `staff` is empty. */
export type FromFile = {
  traffic: Kind[]
  staff: Group[]
  queues: Queue[]
  days: number
  first_day: string
  really: Happened
  replayed: readonly Call[]
}

export function toScenario(all: readonly Call[], columns: Columns, reading: Reading): FromFile {
  const first_day = reading.from ?? all[0]?.day ?? '1970-01-01'
  const last_day = reading.to ?? all.at(-1)?.day ?? first_day
  const placed = all.map((call) => ({ ...call, origin_s: daysBetween(first_day, call.day) * 86_400 }))
  const replayed = placed.filter(
    (call) => call.day >= first_day && call.day <= last_day && (reading.only?.includes(call.day) ?? true),
  )
  const learnt = reading.learn_from ? placed.filter((call) => reading.learn_from?.includes(call.day)) : replayed
  const shifts = [...shiftsOf(replayed, reading.presence), ...unnamedShifts(replayed)]
  const traffic = kindsFrom(replayed, {
    learnt,
    wrap_up: wrapUpOf(learnt, reading.presence.least_away_s),
    head_start_s: columns.head_start_s,
    keepsHandling: reading.handling === 'kept',
    part_h: reading.part_h,
  })
  return {
    traffic,
    staff: staffFrom(shifts, reading.presence.last_share),
    queues: [...new Set(replayed.map(({ kind }) => kind))].map(queueOf),
    days: daysBetween(first_day, dayAfter(last_day, 1)),
    first_day,
    really: whatHappened(replayed),
    replayed,
  }
}

// One point a minute in every queue: whoever has waited longest goes first, whatever it is about; a head start is points at the beginning.
const queueOf = (name: string): Queue => ({
  name,
  skills: [],
  strategy: 'longest_idle',
  priority: 0,
  ageing_per_minute: 1,
  rings: [],
  overflow: [],
  reserve: 0,
  closed: 'wait',
  rings_s: 0,
  lapses_s: 20,
})

// Somebody who serves other kinds on other days is a group for each: the same person, never at work in two of them at once.
function staffFrom(shifts: readonly Shift[], last_share: number): Group[] {
  const parts = new Map<string, number>()
  return [...Map.groupBy(shifts, ({ agent, kinds }) => `${agent} ${kinds.join()}`).values()].map((own) => {
    const { agent, kinds } = own[0] ?? { agent: '', kinds: [] }
    const part = (parts.get(agent) ?? 0) + 1
    parts.set(agent, part)
    return {
      name: part === 1 ? agent : `${agent} (${part})`,
      count: 1,
      shifts: own.flatMap((shift) => pieces(shift, last_share)),
      skills: {},
      queues: [...kinds],
      prefers: false,
      cost_per_hour: 0,
    }
  })
}

// Each spell at work is a shift of its own: breaks are few a shift in a scenario, and of any number here. It ends before the spell did, see Spell.
const pieces = ({ spells }: Shift, last_share: number) =>
  spells.map(({ from_s, to_s, last_accepted_s }) => ({
    from_s,
    to_s: last_accepted_s + 1 + last_share * (to_s - last_accepted_s),
    breaks_s: [],
  }))
