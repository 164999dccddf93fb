// The same for a team: who carries what, what would break today, who is away and who covers.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'
import { formulaShape, lineShape, someone } from './lines.ts'
import { unhappyShape } from './unhappy.ts'

export const LINES_OF_A_TEAM = 30

const n = z.number().int()
export const countsShape = z.object({
  open: n, // cases one answers for
  new: n, // not yet looked at
  waiting_for_us: n,
  promises_late: n,
  promises_today: n,
  deadlines_late: n,
  deadlines_today: n,
  silent: n,
  tasks_late: n,
  tasks_open: n,
  hand_overs: n, // waiting for this person's answer
  unhappy: n,
})
export type Counts = z.infer<typeof countsShape>

export const heats = ['quiet', 'steady', 'busy', 'hot'] as const
export type Heat = (typeof heats)[number]
export const presences = ['available', 'busy', 'away', 'offline'] as const

export const memberShape = z.object({
  person: someone,
  presence: z.enum(presences),
  away: z.object({ until: instant(), covered_by: someone.nullable() }).nullable(),
  covers: z.array(someone), // for whom this person stands in now
  counts: countsShape,
  heat: z.enum(heats),
  points: z.number(), // what the heat was judged by
  left_at: instant().nullable(), // went home today: the gate they passed
})
export type Member = z.infer<typeof memberShape>

export const teamDayShape = z.object({
  teams: z.array(z.object({ id: id<'team'>(), name: z.string() })), // those one may follow
  team: z.object({ id: id<'team'>(), name: z.string() }).nullable(), // null: none may be followed
  at: instant(),
  members: z.array(memberShape),
  totals: countsShape,
  breaking: z.array(lineShape.extend({ owner: someone })), // late, or due before the end of the day, the first due first
  escalated: z.array(lineShape.extend({ owner: someone })),
  unhappy: z.array(unhappyShape),
  formulas: z.object({ heat: formulaShape, breaking: formulaShape }),
})
export type TeamDay = z.infer<typeof teamDayShape>

export const getTeamDay = endpoint({
  method: 'GET', path: '/api/v1/today/team', permission: 'team.follow', summary: 'The day of a team: per person, what would break, who is away and who covers',
  input: z.object({ team: id<'team'>().optional() }), output: teamDayShape,
}) // prettier-ignore
