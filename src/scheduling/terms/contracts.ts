// Contracts of work, dated: never rewritten, so that what held on a day is known.
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { contractBackwards, termsChanged, workContractShape, type ContractsOf, type WorkContract } from '../contract.ts'
import {
  contractsOf,
  contractVersions,
  insertContract,
  queueForPerson,
  replaceContracts,
  type ContractRow,
} from '../store/terms.ts'
import { allowForPerson } from './allow-for.ts'
import { settingsNow } from './settings.ts'
import { areTheirs } from '../whose.ts'

/** Who has nothing written works the usual 35 hours in five days. */
export const usualContract: WorkContract = workContractShape.parse({ name: '35 h', hours_week: 35 })
const MOST_PEOPLE = 2_000

export type Contracts = { on(person: PersonId, day: string): WorkContract; isWritten(person: PersonId, day: string): boolean }

/** The contracts of people, to be asked by day. */
export async function contractsFor(work: Work, people: readonly PersonId[]): Promise<Contracts> {
  const rows = Map.groupBy(await contractsOf(work, people), ({ person_id }) => person_id)
  const found = (person: PersonId, day: string): ContractRow | undefined =>
    rows.get(person)?.find((row) => row.from.toString() <= day && (row.until === null || row.until.toString() >= day))
  return {
    on: (person, day) => found(person, day)?.terms ?? usualContract,
    isWritten: (person, day) => found(person, day) !== undefined,
  }
}

type Asked = { cursor?: string | undefined; limit: number; team?: TeamId | undefined }
export async function listContracts(
  work: Work,
  { cursor, limit, team }: Asked,
): Promise<{ items: ContractsOf[]; next: string | null }> {
  allow(work, 'workforce.read')
  const isTheirs = await areTheirs(work)
  const all = (await staff.serving(work, MOST_PEOPLE)).filter(({ id, teams }) => isTheirs(id) && (!team || teams.includes(team)))
  const start = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0
  const page = all.slice(start, start + limit)
  return { items: await shownAll(work, page), next: start + limit < all.length ? (page.at(-1)?.id ?? null) : null }
}

export async function showContracts(work: Work, { person }: { person: PersonId }): Promise<ContractsOf> {
  const isMe = work.actor.kind === 'person' && work.actor.id === person
  if (!isMe) await allowForPerson(work, person, 'workforce.read')
  const found = (await staff.find(work, [person])).get(person)
  if (!found) throw refuse(notFound, {})
  return (await shownAll(work, [found]))[0]!
}

type Wish = { person: PersonId; version: number; from: string; until: string | null; terms: WorkContract }
export async function writeContract(work: Work, { person, version, from, until, terms }: Wish): Promise<ContractsOf> {
  await allowForPerson(work, person, 'workforce.manage')
  if (!(await staff.active(work, person))) throw refuse(notFound, {})
  if (until !== null && until < from) throw refuse(contractBackwards, {})
  await queueForPerson(work, person)
  const current = await showContracts(work, { person })
  if (current.version !== version) throw overtaken(current, version)
  const rows = await contractsOf(work, [person])
  const crossed = rows.filter((row) => row.until === null || row.until.toString() >= from)
  await replaceContracts(work, crossed.map(({ id }) => id)) // prettier-ignore
  for (const row of crossed.filter((each) => each.from.toString() < from))
    await insertContract(work, {
      id: newId(work.now),
      person,
      from: row.from.toString(),
      until: dayBefore(from),
      terms: row.terms,
    })
  await insertContract(work, { id: newId(work.now), person, from, until, terms })
  work.publish(termsChanged, { person })
  return await showContracts(work, { person })
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

async function shownAll(work: Work, people: readonly { id: PersonId; name: string }[]): Promise<ContractsOf[]> {
  const ids = people.map(({ id }) => id)
  const rows = Map.groupBy(await contractsOf(work, ids), ({ person_id }) => person_id)
  const versions = new Map((await contractVersions(work, ids)).map(({ person_id, version }) => [person_id, version]))
  const { zone } = await settingsNow(work)
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const contracts = await contractsFor(work, ids)
  return people.map(({ id, name }) => ({
    person: { id, name },
    now: contracts.on(id, today),
    usual: !contracts.isWritten(id, today),
    history: (rows.get(id) ?? []).map((row) => ({
      id: row.id,
      from: row.from.toString(),
      until: row.until?.toString() ?? null,
      terms: row.terms,
      written_at: row.written_at.toString(),
      written_by: row.written_by,
    })),
    version: versions.get(id) ?? 0,
  }))
}
