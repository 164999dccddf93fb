// A digest of what a day of a group rests on. Two that are the same need the same.
import { createHash } from 'node:crypto'
import type { DayAsk } from '../rules/moments.ts'

const WAY = 2 // of reckoning: another number makes everything stale that is kept

export const basisOf = (ask: DayAsk): string =>
  createHash('sha1')
    .update(`${WAY} ${JSON.stringify(ask)}`)
    .digest('base64url')
