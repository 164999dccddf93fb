// Projects: what is done for a customer or a company over a time, with a point of contact of its own.
import { allow } from '#access'
import { newId } from '#base/id'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  projectAdded, projectBackwards, projectChanged, type CompanyId, type CustomerId, type NewProject, type Project, type ProjectEdit, type ProjectFacts,
  type ProjectId,
} from './contract.ts' // prettier-ignore
import { readPlace, writePlace } from './rules/place.ts'
import { folded } from './rules/words.ts'
import { known } from './set-point-of-contact.ts'
import { companiesOf } from './store/company.ts'
import { findGroup } from './store/group.ts'
import * as store from './store/project.ts'

const today = (work: Work): Temporal.PlainDate => work.now.toZonedDateTimeISO('Europe/Paris').toPlainDate() // a day more or less changes nothing

type Asked = {
  q?: string | undefined
  company?: CompanyId | undefined
  for?: CustomerId | undefined
  over?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

export async function listProjects(work: Work, asked: Asked): Promise<{ items: Project[]; next: string | null }> {
  allow(work, 'customer.read')
  const { q = '', company, over = false, cursor, limit } = asked
  const of = asked.for ? await groupOf(work, asked.for) : null
  const page = { begins: folded(q), company, of, over, today: today(work), after: readPlace(cursor), most: limit + 1 }
  const found = await store.pageProjects(work, page)
  const shown = found.slice(0, limit)
  return { items: shown.map(project), next: found.length > limit ? writePlace(shown.at(-1)!) : null }
}

// Their own, those of their other records, and those of the companies of all of them.
async function groupOf(work: Work, customer: CustomerId): Promise<{ customers: CustomerId[]; companies: CompanyId[] }> {
  const customers = (await findGroup(work, customer)).map(({ id }) => id)
  const companies = await companiesOf(work, customers)
  return { customers, companies: companies.map(({ id }) => id) }
}

// Is it one of theirs: of any record of this person, or of a company of one of them?
export async function isProjectOf(work: Work, id: ProjectId, customer: CustomerId): Promise<boolean> {
  const [group, found] = [await groupOf(work, customer), await store.findProject(work, id)]
  if (!found) return false
  return group.customers.some((each) => each === found.customer_id) || group.companies.some((each) => each === found.company_id)
}

export async function getProject(work: Work, { id }: { id: ProjectId }): Promise<Project> {
  allow(work, 'customer.read')
  const found = await store.findProject(work, id)
  if (!found) throw refuse(notFound, {})
  return project(found)
}

export async function addProject(work: Work, given: NewProject): Promise<{ id: ProjectId }> {
  allow(work, 'customer.edit')
  const { name, customer = null, company = null } = given
  if (customer) await known(work, { customer })
  if (company) await known(work, { company })
  const id = newId<'project'>(work.now)
  const days = daysOf(given.since ?? today(work).toString(), given.until ?? null)
  await store.insertProject(work, { id, name, folded: folded(name), customer, company, ...days })
  work.publish(projectAdded, { project: id, name })
  return { id }
}

export async function editProject(work: Work, { id, version, ...changes }: ProjectEdit): Promise<{ version: number }> {
  allow(work, 'customer.edit')
  const before = await store.lockProject(work, id)
  if (!before) throw refuse(notFound, {})
  if (before.version !== version)
    throw refuse(stale, { current: project(before), given_version: version, current_version: before.version })
  const name = changes.name ?? before.name
  const until = changes.until === undefined ? (before.until?.toString() ?? null) : changes.until
  await store.updateProject(work, { id, name, folded: folded(name), ...daysOf(changes.since ?? before.since.toString(), until) })
  work.publish(projectChanged, { project: id, version: version + 1 })
  return { version: version + 1 }
}

function daysOf(first: string, last: string | null): { since: Temporal.PlainDate; until: Temporal.PlainDate | null } {
  const days = { since: Temporal.PlainDate.from(first), until: last === null ? null : Temporal.PlainDate.from(last) }
  if (days.until && Temporal.PlainDate.compare(days.since, days.until) > 0) throw refuse(projectBackwards, {})
  return days
}

// What other rooms show beside a case. Unknown ids are left out.
export async function findProjects(work: Work, ids: readonly ProjectId[]): Promise<Map<ProjectId, ProjectFacts>> {
  const rows = ids.length === 0 ? [] : await store.findProjects(work, [...new Set(ids)])
  return new Map(
    rows.map(({ id, name, customer_id: customer, company_id: company, since, until }) => [
      id,
      { id, name, customer, company, since, until },
    ]),
  )
}

const project = (row: store.ProjectRow): Project => ({
  id: row.id,
  name: row.name,
  customer: row.customer_id && { id: row.customer_id, name: row.customer_name ?? '' },
  company: row.company_id && { id: row.company_id, name: row.company_name ?? '' },
  since: row.since.toString(),
  until: row.until?.toString() ?? null,
  version: row.version,
})
