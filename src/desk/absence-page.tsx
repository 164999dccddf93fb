// An absence, with what rooms above staff know of it.
import { AbsencePage } from '#staff/screens'

export const AbsenceWithPlan = () => <AbsencePage />
