// The day it is for contracts of the whole house.
import type { Work } from '#base/work'

export const HOUSE_ZONE = 'Europe/Paris'
export const today = (work: Work): Temporal.PlainDate => work.now.toZonedDateTimeISO(HOUSE_ZONE).toPlainDate()
