// What people agreed to: contracts of work, dated; patterns of shifts; wishes; and what was fair lately. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf, rowVersion } from '#base/contract'
import { day, named, pattern, person, team, version, words } from './names.ts'
import { weekday } from './moments.ts'
import { patternShape } from './pattern.ts'
import { workContractShape } from './work-contract.ts'

// ── contracts ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const datedContractShape = z.object({
  id: id<'work_contract'>(),
  from: day(),
  until: day().nullable(), // the last day; null: until further notice
  terms: workContractShape,
  written_at: instant(),
  written_by: z.string(),
})
export type DatedContract = z.infer<typeof datedContractShape>
export const contractsOfShape = z.object({
  person: named,
  now: workContractShape, // in force today; the usual one where none is written
  usual: z.boolean(), // none is written: the usual 35 hours
  history: z.array(datedContractShape), // the latest first
  version: rowVersion(), // 0: none was ever written
})
export type ContractsOf = z.infer<typeof contractsOfShape>

// ── patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const keptPatternShape = z.object({
  id: pattern(), terms: patternShape, retired_at: instant().nullable(), version: version(),
}) // prettier-ignore
export type KeptPattern = z.infer<typeof keptPatternShape>

// ── wishes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const preferenceKinds = ['off', 'early', 'late', 'short_days', 'long_days'] as const // those of the optimiser
export const preferenceStates = ['asked', 'granted', 'declined', 'withdrawn'] as const
const wish = {
  kind: z.enum(preferenceKinds),
  weekdays: z.array(weekday()).max(7).default([]), // on these; none and no day: every day
  day: day().nullable().default(null), // on this day only
  weight: z.coerce.number().int().min(1).max(5).default(3), // 5: much
  from: day().nullable().default(null), // valid in this time
  until: day().nullable().default(null),
  note: words().default(''),
}
export const preferenceShape = z.object({
  id: id<'shift_preference'>(), person: named, ...wish, state: z.enum(preferenceStates), asked_at: instant(), answered_at: instant().nullable(),
  answered_by: named.nullable(), because: z.string(), may: z.array(z.enum(['answer', 'withdraw'])),
}) // prettier-ignore
export type Preference = z.infer<typeof preferenceShape>

// ── what was fair lately ─────────────────────────────────────────────────────────────────────────────────────────────────
export const fairnessShape = z.object({
  person: named, saturdays: z.number().int(), sundays: z.number().int(), late_shifts: z.number().int(), nights: z.number().int(), early_shifts: z.number().int(),
  worked_min: z.number().int(), extra_min: z.number().int(), // above the hours of the contract, week by week
  wishes_declined: z.number().int(),
}) // prettier-ignore
export type Fairness = z.infer<typeof fairnessShape>

const contracts = '/api/v1/work-contracts'
const patterns = '/api/v1/shift-patterns'
const preferences = '/api/v1/shift-preferences'
export const listContracts = endpoint({
  method: 'GET', path: contracts, permission: 'workforce.read', summary: 'Everybody who serves, with their contract of work', input: z.object({ ...pageInput, team: team().optional() }), output: pageOf(contractsOfShape),
}) // prettier-ignore
export const getContracts = endpoint({
  method: 'GET', path: `${contracts}/:person`, permission: 'signed-in', summary: 'Somebody’s contracts of work (workforce.read), or mine', input: z.object({ person: person() }), output: contractsOfShape,
}) // prettier-ignore
export const putContract = endpoint({
  method: 'PUT', path: `${contracts}/:person`, permission: 'workforce.manage', summary: 'A contract from a day on: the one before ends the day before; those that would begin later are replaced',
  input: z.object({ person: person(), version: rowVersion(), from: day(), until: day().nullable().default(null), terms: workContractShape }), output: contractsOfShape,
}) // prettier-ignore
export const listPatterns = endpoint({
  method: 'GET', path: patterns, permission: 'workforce.read', summary: 'Patterns of shifts, by name', input: z.object({ ...pageInput, retired: z.stringbool().default(false) }), output: pageOf(keptPatternShape),
}) // prettier-ignore
export const postPattern = endpoint({
  method: 'POST', path: patterns, permission: 'workforce.manage', summary: 'A new pattern of shifts', input: z.object({ terms: patternShape }), output: keptPatternShape,
}) // prettier-ignore
export const patchPattern = endpoint({
  method: 'PATCH', path: `${patterns}/:id`, permission: 'workforce.manage', summary: 'Change a pattern of shifts', input: z.object({ id: pattern(), version: version(), terms: patternShape }), output: keptPatternShape,
}) // prettier-ignore
export const deletePattern = endpoint({
  method: 'DELETE', path: `${patterns}/:id`, permission: 'workforce.manage', summary: 'Nothing is planned by this pattern any more', input: z.object({ id: pattern() }), output: nothing,
}) // prettier-ignore
export const listPreferences = endpoint({
  method: 'GET', path: preferences, permission: 'signed-in', summary: 'Wishes, the latest first: mine, or (workforce.read) somebody’s or everybody’s',
  input: z.object({ ...pageInput, person: person().optional(), state: z.enum(preferenceStates).optional(), everybody: z.stringbool().default(false) }), output: pageOf(preferenceShape),
}) // prettier-ignore
export const postPreference = endpoint({
  method: 'POST', path: preferences, permission: 'signed-in', summary: 'What I would rather work', input: z.object({ person: person().optional(), ...wish }), output: preferenceShape,
}) // prettier-ignore
export const putPreferenceAnswer = endpoint({
  method: 'PUT', path: `${preferences}/:id/answer`, permission: 'workforce.approve', summary: 'Grant a wish, which the optimiser then weighs, or decline it', input: z.object({ id: id<'shift_preference'>(), grant: z.boolean(), because: words().default('') }), output: preferenceShape,
}) // prettier-ignore
export const deletePreference = endpoint({
  method: 'DELETE', path: `${preferences}/:id`, permission: 'signed-in', summary: 'I no longer wish this', input: z.object({ id: id<'shift_preference'>() }), output: nothing,
}) // prettier-ignore
export const listFairness = endpoint({
  method: 'GET', path: '/api/v1/shift-fairness', permission: 'workforce.read', summary: 'Saturdays, Sundays, late shifts, nights (as the law has them), early shifts, extra time and declined wishes of everybody, in the published weeks before a day',
  input: z.object({ before: day().optional(), weeks: z.coerce.number().int().min(1).max(53).optional(), team: team().optional(), ...pageInput }), output: pageOf(fairnessShape),
}) // prettier-ignore
export const termEndpoints = [
  listContracts, getContracts, putContract, listPatterns, postPattern, patchPattern, deletePattern, listPreferences, postPreference, putPreferenceAnswer,
  deletePreference, listFairness,
] // prettier-ignore
