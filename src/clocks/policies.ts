// Service levels: listed with their sentences, added, changed, retired. What runs follows at once, a page of cases at a time.
import { allow, audit } from '#access'
import * as calendars from '#calendars'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import type { CalendarId } from '#calendars/contract'
import { overtaken } from '#base/overtaken'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  carriedByContract, lastForAll, MOST_POLICIES, policiesChanged, policyNameTaken, policyUnknown, tooManyPolicies, type Policy, type PolicyDefinition,
  type PolicyId,
} from './contract.ts' // prettier-ignore
import { houseLevels } from './house-levels.ts'
import { namesIn } from './policy-names.ts'
import { reviewAll } from './review.ts'
import { policyWords } from './rules/policy-words.ts'
import { countCarried } from './store/contract.ts'
import { closePolicy, insertPolicy, oneAtATime, openPolicies, updatePolicy, type PolicyRow } from './store/policy.ts'
import { today } from './today.ts'

export async function listPolicies(work: Work): Promise<{ items: Policy[] }> {
  allow(work, 'case.read')
  const { policies } = await houseLevels(work)
  return { items: (await show(work, policies)).toSorted((a, b) => weight(b) - weight(a)) }
}

const weight = ({ match, by_contract }: Policy): number =>
  Number(by_contract) * 16 + Number(match.reasons !== null) * 8 + Number(match.priorities !== null) * 4 + Number(match.entry_points !== null) * 2 + Number(match.brands !== null) // prettier-ignore

/** For rooms above: what is kept of service levels, without their sentences. */
export const levels = async (work: Work): Promise<(PolicyDefinition & { id: PolicyId })[]> =>
  (await houseLevels(work)).policies.map((row) => ({ ...definitionOf(row), id: row.id }))

export const definitionOf = ({ hours, calendar_id, id: _id, version: _version, ...more }: PolicyRow): PolicyDefinition => ({
  ...more,
  hours: hours === 'calendar' ? { kind: 'calendar', calendar_id: calendar_id! } : { kind: hours },
})

async function show(work: Work, rows: readonly PolicyRow[]): Promise<Policy[]> {
  const [names, carried] = await Promise.all([namesIn(work, rows.map(definitionOf)), countCarried(work, today(work))])
  const contracts = new Map(carried.map(({ policy_id, n }) => [policy_id, n]))
  return rows.map((row) => {
    const definition = definitionOf(row)
    return {
      ...definition,
      id: row.id,
      version: row.version,
      contracts: contracts.get(row.id) ?? 0,
      sentences: policyWords(definition, names),
    }
  })
}

const showOne = async (work: Work, id: PolicyId): Promise<Policy> =>
  (await show(work, (await openPolicies(work)).filter((row) => row.id === id)))[0]! // prettier-ignore

export async function previewPolicy(work: Work, definition: PolicyDefinition): Promise<{ sentences: Policy['sentences'] }> {
  allow(work, 'clock.manage', { brand: null }) // its sentences name brands and doors
  return { sentences: policyWords(definition, await namesIn(work, [definition])) }
}

export async function addPolicy(work: Work, definition: PolicyDefinition): Promise<Policy> {
  allow(work, 'clock.manage', { brand: null })
  await houseLevels(work)
  await oneAtATime(work)
  if ((await openPolicies(work)).length >= MOST_POLICIES) throw refuse(tooManyPolicies, { most: MOST_POLICIES })
  await needHours(work, definition)
  const id = newId<'policy'>(work.now)
  await insertPolicy(work, id, definition).catch(refusedByIndex)
  await changed(work, id, 'service_level.added')
  return await showOne(work, id)
}

export async function editPolicy(
  work: Work,
  { id, ...definition }: PolicyDefinition & { id: PolicyId; version: number },
): Promise<Policy> {
  allow(work, 'clock.manage', { brand: null })
  await oneAtATime(work)
  const all = await openPolicies(work)
  const before = all.find((row) => row.id === id)
  if (!before) throw refuse(policyUnknown, {})
  needAnother(all.map((row) => (row.id === id ? definition : definitionOf(row))))
  if (before.calendar_id !== calendarIn(definition)) await needHours(work, definition) // a calendar that was closed stays where it is
  if ((await updatePolicy(work, id, definition).catch(refusedByIndex)) === 0)
    throw overtaken(await showOne(work, id), definition.version)
  await changed(work, id, 'service_level.changed')
  return await showOne(work, id)
}

export async function retirePolicy(work: Work, { id }: { id: PolicyId }): Promise<object> {
  allow(work, 'clock.manage', { brand: null })
  await oneAtATime(work)
  const all = await openPolicies(work)
  if (!all.some((row) => row.id === id)) throw refuse(policyUnknown, {})
  needAnother(all.filter((row) => row.id !== id).map(definitionOf))
  const contracts = (await countCarried(work, today(work))).find(({ policy_id }) => policy_id === id)?.n ?? 0
  if (contracts > 0) throw refuse(carriedByContract, { contracts })
  await closePolicy(work, id)
  await changed(work, id, 'service_level.retired')
  return {}
}

async function needHours(work: Work, definition: PolicyDefinition): Promise<void> {
  const calendar = calendarIn(definition)
  if (calendar && !(await calendars.isKept(work, calendar))) throw refuse(notFound, {})
}

const calendarIn = ({ hours }: PolicyDefinition): CalendarId | null => (hours.kind === 'calendar' ? hours.calendar_id : null)

// A case without any service level would be watched by nobody.
function needAnother(left: readonly PolicyDefinition[]): void {
  const isForAll = ({ match, by_contract }: PolicyDefinition): boolean =>
    !by_contract && Object.values(match).every((each) => each === null)
  if (!left.some(isForAll)) throw refuse(lastForAll, {})
}

async function changed(work: Work, id: PolicyId, what: string): Promise<void> {
  await audit(work, what, { about: id })
  work.publish(policiesChanged, { policy_id: id })
  await reviewAll(work)
}

function refusedByIndex(error: unknown): never {
  throw isConflict(error, 'policy_name') ? refuse(policyNameTaken, {}) : error
}
