import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import * as staff from '#staff'
import {
  contactNamed, contactNotOfTeam, contactOverlaps, contactUnknown, MOST_DEPUTIES, type ContactOf, type Deputy, type Naming, type PointOfContactId,
} from './contract.ts' // prettier-ignore
import { findCompany } from './store/company.ts'
import { dropContactFrom, endContact, insertContacts, nextBegins, type Subject } from './store/contact.ts'
import { findCustomer } from './store/customer.ts'
import { constraintOf } from './store/constraint.ts'
import { findProject } from './store/project.ts'

// Whoever answered until now ends where the new one begins. What was, stays: nobody is named for the past.
export async function setPointOfContact(work: Work, naming: Naming): Promise<{ id: PointOfContactId }> {
  allow(work, 'customer.edit')
  const { person = null, team = null } = naming
  const deputies = naming.deputies ?? (naming.deputy ? [{ person: naming.deputy }] : [])
  const subject = await known(work, naming.of)
  await refuseStrangers(work, { person, team, deputies })
  const from = later(naming.from, work.now)
  await dropContactFrom(work, subject, from)
  await endContact(work, subject, from)
  const to = naming.to === undefined ? ((await nextBegins(work, subject, from))?.from ?? null) : instantOf(naming.to)
  if (to && Temporal.Instant.compare(from, to) >= 0) throw refuse(contactOverlaps, {})
  const id = newId<'point_of_contact'>(work.now)
  const row = { ...subject, id, person, team, deputies, from, to, because: 'named' as const, by: actorId(work.actor) }
  await insertContacts(work, [row]).catch(asRefusal)
  const first = deputies.flatMap((each) => ('person' in each ? [each.person] : []))[0] ?? null
  work.publish(contactNamed, { ...subject, person, team, deputy: first })
  return { id }
}

const instantOf = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text))
function later(text: string | undefined, now: Temporal.Instant): Temporal.Instant {
  const wished = text === undefined ? now : Temporal.Instant.from(text)
  return Temporal.Instant.compare(wished, now) < 0 ? now : wished
}

export async function known(work: Work, of: ContactOf): Promise<Subject> {
  const nobody: Subject = { customer: null, company: null, project: null }
  if ('customer' in of && (await findCustomer(work, of.customer))) return { ...nobody, customer: of.customer }
  if ('company' in of && (await findCompany(work, of.company))) return { ...nobody, company: of.company }
  if ('project' in of && (await findProject(work, of.project))) return { ...nobody, project: of.project }
  throw refuse(notFound, {})
}

type Named = { person: staff.Holder['person']; team: staff.Holder['team']; deputies: readonly Deputy[] }

async function refuseStrangers(work: Work, { person, team, deputies }: Named): Promise<void> {
  const people = [person, ...deputies.map((each) => ('person' in each ? each.person : null))].filter((id) => id !== null)
  const teamIds = [team, ...deputies.map((each) => ('team' in each ? each.team : null))].filter((id) => id !== null)
  const isTwice = new Set(people).size < people.length || new Set(teamIds).size < teamIds.length
  if (people.length + teamIds.length === 0 || isTwice || deputies.length > MOST_DEPUTIES) throw refuse(contactUnknown, {})
  const [found, teams] = await Promise.all([staff.find(work, people), staff.findTeams(work, teamIds)])
  if (!people.every((id) => found.get(id)?.active) || !teamIds.every((id) => teams.get(id)?.open))
    throw refuse(contactUnknown, {})
  if (person && team && !teams.get(team)?.members.includes(person)) throw refuse(contactNotOfTeam, {})
}

function asRefusal(error: unknown): never {
  if (constraintOf(error).startsWith('one_contact_of_')) throw refuse(contactOverlaps, {})
  throw error
}
