// The centre before its first customer writes: brands, hours, people, doors, rota, reasons, templates.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { inWork, type Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import { postReason, postTemplate, type ReasonId } from '#cases/contract'
import { addSkill, setSkill, type SkillId, type TeamId } from '#staff/contract'
import { reasons, type DoorName, type Reason } from '../texts/story.ts'
import { act } from './act.ts'
import type { Scene } from './scene.ts'
import { brandCast, doors, roster, teams, templates, type Colleague, type TeamName } from './roster.ts'

export type Place = {
  people: Map<string, Colleague & { id: PersonId }>
  byId: Map<PersonId, Colleague & { id: PersonId }>
  teams: ReadonlyMap<TeamName, TeamId>
  doors: Record<DoorName, { id: EntryPointId; address: string }>
  reasons: Record<Reason, ReasonId>
  brands: Record<'lumen' | 'clairbois', BrandId>
}

export async function buildPlace({ open, as, domains }: Scene): Promise<Place> {
  return await inWork(open, as, async (work) => {
    const people = await bringPeople(work, domains.lumen)
    const idOf = (key: string): PersonId => people.get(key)!.id
    const made = await bringTeams(work, idOf)
    const hours = await calendars.addCalendar(work, { name: 'Heures d’ouverture', weekly: openHours(), holidays: 'FR' })
    const lumen = (await brands.addBrand(work, { ...brandCast.lumen, language: 'fr' })).id
    const clairbois = (await brands.addBrand(work, { ...brandCast.clairbois, language: 'fr' })).id
    const opened = await openDoors(work, { brandIds: { lumen, clairbois }, calendar: hours.id, domains, idOf })
    for (const { html, name, language } of templates) await act(work, postTemplate, { name, language, html })
    const named: Partial<Record<Reason, ReasonId>> = {}
    for (const [key, name] of Object.entries(reasons)) named[key as Reason] = (await act(work, postReason, { name })).id // the keys of a literal are its names
    return {
      teams: made, people, byId: new Map([...people.values()].map((person) => [person.id, person])), doors: opened,
      reasons: named as Record<Reason, ReasonId>, // every one was named a line above
      brands: { lumen, clairbois },
    } // prettier-ignore
  })
}

const openHours = () =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, opens_minute: 525, closes_minute: 750 }, { weekday, opens_minute: 810, closes_minute: 1_110 }])
    .concat([{ weekday: 6, opens_minute: 540, closes_minute: 780 }]) // prettier-ignore

async function bringPeople(work: Work, domain: string): Promise<Place['people']> {
  const people: Place['people'] = new Map()
  for (const each of roster) {
    const { name, title, role, language } = each
    const email = `${each.key}@${domain}`
    const deputy_id = each.deputy === null ? null : people.get(each.deputy)!.id
    const { id } = await staff.addPerson(work, { name, title, email, language, roles: [role], deputy_id })
    people.set(each.key, { ...each, id })
  }
  const skills = new Map<string, SkillId>()
  for (const person of people.values())
    for (const [name, level] of person.skills) {
      if (!skills.has(name)) skills.set(name, (await act(work, addSkill, { name })).id)
      await act(work, setSkill, { person: person.id, skill: skills.get(name), level })
    }
  return people
}

async function bringTeams(work: Work, idOf: (key: string) => PersonId): Promise<Place['teams']> {
  const made = new Map<TeamName, TeamId>()
  for (const [key, { name, manager }] of Object.entries(teams))
    made.set(key as TeamName, (await staff.addTeam(work, { name, manager_id: idOf(manager) })).id) // the keys of a literal are its names
  for (const person of roster)
    for (const team of person.teams) await staff.joinTeam(work, { team: made.get(team)!, person: idOf(person.key) })
  return made
}

type Doors = {
  brandIds: Record<'lumen' | 'clairbois', BrandId>
  calendar: Awaited<ReturnType<typeof calendars.addCalendar>>['id']
  domains: Scene['domains']
  idOf: (key: string) => PersonId
}

async function openDoors(work: Work, { brandIds, calendar, domains, idOf }: Doors): Promise<Place['doors']> {
  const opened: Partial<Place['doors']> = {}
  for (const [key, door] of Object.entries(doors)) {
    const address = `${door.local}@${domains[door.host]}`
    const { id } = await brands.addEntryPoint(work, {
      brand_id: brandIds[door.brand], kind: 'email', name: door.name, address, calendar_id: calendar, duty_person_id: idOf(door.duty),
    }) // prettier-ignore
    for (const [day, person] of door.rota.entries())
      await brands.addDutyTurn(work, {
        entry_point: id,
        person: idOf(person),
        when: { weekday: day + 1, starts_minute: 0, ends_minute: 1_440 },
      })
    opened[key as DoorName] = { id, address } // the keys of a literal are its names
  }
  return opened as Place['doors'] // every one was opened a line above
}
