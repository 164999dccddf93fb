// A group: queues served by the same people. It is what a need is reckoned for: one number of people for all of them.
import { z } from 'zod'

export const MOST_GROUPS = 600

// Some of the people of a group: those who may serve exactly these of its streams (`queue|channel`).
export const staffKindShape = z.object({ streams: z.array(z.string()), people: z.number().int() })
export type StaffKind = z.infer<typeof staffKindShape>

export const groupShape = z.object({
  group: z.string(), // its queue, or its queues joined by "+"; stays the same as long as the queues do
  label: z.string(),
  queues: z.array(z.object({ key: z.string(), label: z.string() })), // key '' where there are no rules
  streams: z.array(z.object({ key: z.string(), channel: z.string(), queue: z.string() })), // that were forecast, `queue|channel`
  skills: z.array(z.object({ id: z.string(), name: z.string() })), // that one or other of its queues asks for
  people: z.number().int(), // who may serve it
  kinds: z.array(staffKindShape), // who may serve which; one: everybody everything
})
export type Group = z.infer<typeof groupShape>
