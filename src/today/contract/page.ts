// One person's day on one page.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'
import { lineShape, someone } from './lines.ts'

// In the order in which they stand on the page.
export const sectionNames = [
  'promises', 'deadlines', 'hand_overs', 'silent', 'unhappy', 'tasks', 'new', 'waiting', 'covered', 'told',
] as const // prettier-ignore
export type SectionName = (typeof sectionNames)[number]

export const LINES = 6 // of a section on the page; "all of them" leads to the rest
export const MOST_COUNTED = 1_000 // past that it is "more than a thousand"

export const sectionShape = z.object({
  name: z.enum(sectionNames),
  items: z.array(lineShape),
  count: z.number().int(), // all there are, MOST_COUNTED at most
  late: z.number().int(), // of them
  all: z.string().nullable(), // where all of them stand, below /desk
})
export type Section = z.infer<typeof sectionShape>

export const dayShape = z.object({
  person: someone,
  mine: z.boolean(),
  at: instant(),
  until: instant(), // the end of the day it speaks of
  zone: z.string(),
  sections: z.array(sectionShape), // those that hold something, in order
  stands_in_for: z.array(z.object({ person: someone, until: instant() })),
  away: z.object({ until: instant(), covered_by: someone.nullable() }).nullable(), // the person whose day it is
})
export type Day = z.infer<typeof dayShape>

export const getToday = endpoint({
  method: 'GET', path: '/api/v1/today', permission: 'case.read', summary: 'What must I do now, and what must I not forget? Or somebody of my team',
  input: z.object({ person: id<'person'>().optional() }), output: dayShape,
}) // prettier-ignore
