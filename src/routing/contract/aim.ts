// The service level a queue aims at: how fast, for how many of a hundred, and by which of the formulas.
import { z } from 'zod'
import { formulaIds } from '../rules/service-level.ts'
import type { WorkChannel } from './work-channels.ts'

export const aimShape = z
  .strictObject({
    within_s: z.number().min(1).max(604_800).nullable().default(null).describe('Taken within so many seconds. null: 20 for a call or a video call, 40 for a chat, 300 at a desk, 3600 for the rest. Deferred work is in time when it is done before it is due, whatever is said here.'),
    share: z.number().min(0).max(1).default(0.8).describe('How many of all contacts should be: 0.8 is eighty of a hundred.'),
    formula: z.enum(formulaIds).default('service_level.offered.1').describe('By which formula it is counted: what becomes of those who hang up.'),
  })
  .describe('The service level this queue aims at. It changes nobody’s turn; the floor and trials measure by it.') // prettier-ignore
export type Aim = z.infer<typeof aimShape>

const USUAL: Partial<Record<WorkChannel, number>> = { phone: 20, video: 20, chat: 40, visit: 300 }
const OTHERWISE = 3_600

/** Seconds within which a contact of this channel should be taken, where the queue does not say. */
export const usualWithin = (channel: WorkChannel): number => USUAL[channel] ?? OTHERWISE
