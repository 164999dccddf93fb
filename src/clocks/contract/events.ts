// What clocks tell the rooms above.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { caseId, causes, clockKinds, pauseReasons, personId } from './words.ts'

const about = { case_id: caseId(), clock_id: id<'clock'>(), kind: z.enum(clockKinds), owner: personId() }
export const clockStarted = event('clock.started', z.object({ ...about, due_at: instant().nullable() }))
export const clockPaused = event('clock.paused', z.object({ ...about, because: z.enum(pauseReasons) }))
export const clockResumed = event('clock.resumed', z.object({ ...about, due_at: instant().nullable() }))
export const clockMet = event('clock.met', z.object({ ...about, late: z.boolean() }))
export const clockWarned = event('clock.warned', z.object({ ...about, due_at: instant() }))
export const clockBreached = event('clock.breached', z.object({ ...about, due_at: instant() }))
const quiet = { case_id: caseId(), owner: personId(), since: instant() }
export const clockSilent = event('clock.silent', z.object(quiet))
export const clockStagnant = event('clock.stagnant', z.object(quiet))
export const clockEscalated = event(
  'clock.escalated',
  z.object({
    case_id: caseId(), owner: personId(), escalation_id: id<'escalation'>(), cause: z.enum(causes), step: z.number().int(), whom: z.string(), people: z.array(personId()),
  }),
) // prettier-ignore
export const clockTaken = event('clock.taken', z.object({ case_id: caseId(), by: personId() }))
// Another policy now tells the clocks of a case: its reason, priority, customer or contract changed, or the policy did.
export const clockRuled = event('clock.ruled', z.object({ case_id: caseId(), policy_id: id<'policy'>() }))
export const policiesChanged = event('clock.policies_changed', z.object({ policy_id: id<'policy'>().nullable() }))
export const contractChanged = event(
  'clock.contract_changed',
  z.object({
    contract_id: id<'service_contract'>(),
    customer_id: id<'customer'>().nullable(),
    company_id: id<'company'>().nullable(),
  }),
)
export const holdingSent = event('clock.holding_sent', z.object({ case_id: caseId(), interaction_id: id<'interaction'>() }))
// A room above says that something was done about a case.
export const caseProgressed = event('clock.progressed', z.object({ case_id: caseId(), by: z.string() }))
