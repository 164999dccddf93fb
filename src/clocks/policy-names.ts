// The names that the sentences of service levels need, asked once for all of them.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { ReasonId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { PolicyDefinition, Whom } from './contract.ts'

export async function namesIn(work: Work, policies: readonly PolicyDefinition[]): Promise<Map<string, string>> {
  const all = (of: (policy: PolicyDefinition) => readonly string[] | null): string[] => [
    ...new Set(policies.flatMap((each) => of(each) ?? [])),
  ]
  const whom = policies.flatMap(({ ladder }) => ladder.map((step) => step.whom))
  const found = await Promise.all([
    ...all(({ match }) => match.brands).map(async (id) => [id, (await brands.brand(work, id as BrandId))?.name] as const),
    ...all(({ match }) => match.entry_points).map(async (id) => [id, (await brands.entryPoint(work, id as EntryPointId))?.name] as const),
    ...policies.flatMap(({ hours }) => (hours.kind === 'calendar' ? [hours.calendar_id] : [])).map(async (id) => [id, (await calendars.calendar(work, id))?.name] as const),
  ]) // prettier-ignore
  const reasons = await cases.reasonsById(work, all(({ match }) => match.reasons) as ReasonId[]) // a condition names what was chosen from the list
  const people = await namesOfWhom(work, whom)
  return new Map([...found.flatMap(([id, name]) => (name ? [[id, name] as const] : [])), ...[...reasons.values()].map(({ id, name }) => [id, name] as const), ...people]) // prettier-ignore
}

export async function namesOfWhom(work: Work, whom: readonly Whom[]): Promise<Map<string, string>> {
  const ids = (kind: 'person' | 'team'): string[] => whom.flatMap((each) => (each.kind === kind && 'id' in each ? [each.id] : []))
  const [people, teams] = await Promise.all([
    staff.find(work, ids('person') as PersonId[]),
    staff.teamsNamed(work, ids('team') as TeamId[]),
  ]) // the kind says so
  return new Map([...people.values(), ...teams.values()].map(({ id, name }) => [id, name]))
}
