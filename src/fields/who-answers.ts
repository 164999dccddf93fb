// Who hears of a date: whoever answers for the case, customer or company; else who wrote the date down; else who has the main door.
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CompanyId, CustomerId, ProjectId } from '#customers/contract'
import type { FieldSubject } from './contract.ts'

type About = { subject: FieldSubject; of: string; set_by: PersonId | null }

export async function whoAnswers(work: Work, about: About): Promise<PersonId | null> {
  for (const ask of [contact, writer, duty]) {
    const person = await ask(work, about)
    if (person && (await staff.active(work, person))) return person
  }
  return null
}

async function contact(work: Work, { subject, of }: About): Promise<PersonId | null> {
  if (subject === 'case') return (await cases.facts(work, [of as CaseId])).get(of as CaseId)?.owner_id ?? null // the subject says what it is
  if (subject === 'customer') return (await customers.contactFor(work, of as CustomerId))?.person ?? null // likewise
  const named = subject === 'company' ? { company: of as CompanyId } : { project: of as ProjectId } // likewise
  const [found] = (await customers.pointsOfContact(work, { ...named, when: 'now', limit: 1 })).items
  if (found?.answers) return found.answers.person.id
  return subject === 'project' ? await forProject(work, of as ProjectId) : null // likewise
}

async function forProject(work: Work, id: ProjectId): Promise<PersonId | null> {
  const project = (await customers.findProjects(work, [id])).get(id)
  if (project?.company) return await contact(work, { subject: 'company', of: project.company, set_by: null })
  return project?.customer ? await contact(work, { subject: 'customer', of: project.customer, set_by: null }) : null
}

const writer = (_: Work, { set_by }: About): Promise<PersonId | null> => Promise.resolve(set_by)

async function duty(work: Work): Promise<PersonId | null> {
  const door = await brands.mainEntryPoint(work)
  return door ? (await brands.dutyPerson(work, door.id)).person : null
}
