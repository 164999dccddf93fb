// How a file of counts is to be read: as whoever brings it says, else by the clocks of the centre.
import { refuse, type Work } from '#base/work'
import { zoneUnknown } from '../contract.ts'
import { zoneOf } from '../history/nightly-timer.ts'
import type { How } from './read-counts.ts'

export type Given = Omit<How, 'zone'> & { zone?: string | undefined }

export async function howOf(work: Work, given: Given): Promise<How> {
  const how = { ...given, zone: given.zone ?? (await zoneOf(work)) }
  if (!isZone(how.zone)) throw refuse(zoneUnknown, {})
  return how
}

const isZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
