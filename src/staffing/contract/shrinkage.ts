// Shrinkage: the share of paid time in which people are not at work for the queues. Its parts are named, because they do not simply add up: who is on
// leave takes no break.
import { z } from 'zod'

// `paid`: a share of paid time; whoever is concerned is not there at all. `present`: a share of the time of those who came.
export const shrinkageKinds = {
  leave: 'paid', // holidays and other absences known beforehand
  absence: 'paid', // illness and other absences that nobody knew of
  training: 'present',
  meetings: 'present',
  coaching: 'present',
  projects: 'present',
  breaks: 'present',
  late: 'present', // late, gone early, technical trouble
  other: 'present',
} as const
export type ShrinkageKind = keyof typeof shrinkageKinds
export const shrinkageKindNames = Object.keys(shrinkageKinds) as [ShrinkageKind, ...ShrinkageKind[]] // the keys of a literal are its names

// What a plan shows by itself, shift by shift: what is planned need not be foreseen as a share any more.
const planned: readonly ShrinkageKind[] = ['leave', 'training', 'meetings', 'coaching', 'projects', 'breaks']
export const isPlannedKind = (kind: ShrinkageKind): boolean => planned.includes(kind)

export const shrinkagePartShape = z.strictObject({
  kind: z.enum(shrinkageKindNames).describe('What keeps people from work.'),
  share: z.number().min(0).max(0.9).describe('How much: of paid time for leave and absence, of the time of those present for the others. 0.06 is six of a hundred.'),
}) // prettier-ignore
export type ShrinkagePart = z.infer<typeof shrinkagePartShape>

const distinct = (parts: readonly ShrinkagePart[]): boolean => new Set(parts.map(({ kind }) => kind)).size === parts.length
export const shrinkageShape = z.strictObject({
  queue: z.string().max(120).nullable().default(null).describe('Of this queue only; null: of all. A queue goes before a site.'),
  site: z.string().max(120).nullable().default(null).describe('Of this site of the rules only; null: of all.'),
  parts: z.array(shrinkagePartShape).max(shrinkageKindNames.length).refine(distinct, 'a part is named twice').describe('Its parts, each named once.'),
}) // prettier-ignore
export type Shrinkage = z.infer<typeof shrinkageShape>

// What really happened lately, as a suggestion.
export const learntPartShape = z.object({
  kind: z.enum(shrinkageKindNames),
  share: z.number(),
  from_days: z.number().int(), // how far back was looked
  people: z.number().int(), // on how many people it rests
  enough: z.boolean(), // to be believed
})
export type LearntPart = z.infer<typeof learntPartShape>
