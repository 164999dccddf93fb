// An absence, with who covers what while it lasts.
import { AbsencePage } from '#staff/screens'
import { CoverPlan } from '#cover/screens'

export const AbsenceWithPlan = () => <AbsencePage Plan={CoverPlan} />
