// The ids, bounds and closed lists of words of a clock.
import { z } from 'zod'
import { id, type Id } from '#base/contract'

export type PolicyId = Id<'policy'>
export type ServiceContractId = Id<'service_contract'>
export type ClockId = Id<'clock'>
export type EscalationId = Id<'escalation'>
export type StepId = Id<'step'>

export const clockKinds = ['first_answer', 'next_answer', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]
// What may raise the alarm: a clock, or that the customer heard nothing, or that nobody did anything.
export const causes = [...clockKinds, 'silence', 'stagnation'] as const
export type Cause = (typeof causes)[number]
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

// running: in time · paused: nobody's time is counted · breached: late and still owed · met_late: done, after its moment ·
// ended: the case was closed before anybody had to answer
export const clockStates = ['running', 'paused', 'breached', 'met', 'met_late', 'ended'] as const
export type ClockState = (typeof clockStates)[number]
export const pauseReasons = ['waiting_for_customer', 'closed'] as const
export type PauseReason = (typeof pauseReasons)[number]
// What a policy may have stand still while the customer's answer is waited for. An answer clock never waits: it ends with our answer.
export const pausable = ['resolution', 'stagnation'] as const
export type Pausable = (typeof pausable)[number]

export const MOST_POLICIES = 200
export const MOST_STEPS = 12
export const MOST_MINUTES = 60 * 24 * 366

export const caseId = () => id<'case'>()
export const personId = () => id<'person'>()
export const version = () => z.coerce.number().int().positive()
export const person = z.object({ id: personId(), name: z.string() })
// What is said to people, in both tongues.
export const said = z.object({ fr: z.string(), en: z.string() })
export type Words = z.infer<typeof said>
