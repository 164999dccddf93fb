// The project a case is about: one of its customer, or of their company. Whoever is the project's point of contact comes before the customer's.
import * as customers from '#customers'
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import type { CustomerId, ProjectId } from '#customers/contract'
import { projectOfOthers, type Case } from './contract.ts'
import { personNamed } from './names.ts'

/** Refuses a project that is none of the customer's. A case of an unknown customer may be about any: it may be all one knows. */
export async function needProjectOf(work: Work, customer: CustomerId | null, project: ProjectId): Promise<void> {
  if (!(await fits(work, customer, project))) throw refuse(projectOfOthers, {})
}

/** What remains of the project once the case has another customer. */
export const keptProject = async (work: Work, customer: CustomerId, project: ProjectId | null): Promise<ProjectId | null> =>
  project && (await fits(work, customer, project)) ? project : null

async function fits(work: Work, customer: CustomerId | null, project: ProjectId): Promise<boolean> {
  return customer
    ? await customers.isProjectOf(work, project, customer)
    : (await customers.findProjects(work, [project])).has(project)
}

export async function showProject(work: Work, id: ProjectId | null): Promise<Case['project']> {
  if (!id) return null
  const [found, contact] = await Promise.all([
    customers.findProjects(work, [id]),
    customers.contactFor(work, { customer: null, project: id }),
  ])
  const project = found.get(id)
  if (!project) return null
  if (!contact) return { id, name: project.name, contact: null }
  const people = await staff.find(work, [contact.person])
  return { id, name: project.name, contact: personNamed(people, contact.person) }
}
