// The brief of a hand-over: what the next person must know, each line with what it was read from.
import { z } from 'zod'
import { instant } from '#base/contract'

export const LONGEST_LINE = 700
export const MOST_LINES = 30 // of one part

// What a line was read from: shown as a link, so that nothing has to be believed.
export const sourceShape = z.object({ kind: z.enum(['message', 'promise', 'task', 'clock', 'case']), id: z.string().max(80) })
export const lineShape = z.object({
  text: z.string().trim().min(1).max(LONGEST_LINE),
  at: instant().nullable(),
  from: sourceShape.nullable(), // null: somebody wrote it
})
export type BriefLine = z.infer<typeof lineShape>

const lines = z.array(lineShape).max(MOST_LINES)
export const briefParts = ['next', 'story', 'promises', 'tasks', 'deadlines', 'tone'] as const // in the order they are read
export type BriefPart = (typeof briefParts)[number]
export const briefShape = z.object({
  language: z.enum(['fr', 'en']),
  next: lines,
  story: lines,
  promises: lines,
  tasks: lines,
  deadlines: lines,
  tone: lines,
})
export type Brief = z.infer<typeof briefShape>
