// What rules may speak of, by name, and who there is: read in one go by the editor and by whoever checks a rulebook.
import { allow } from '#access'
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import type { Work } from '#base/work'
import { MOST_PEOPLE_OF_RULES, type RulesHouse } from '../contract/rulebook-endpoints.ts'
import { abilities } from './people.ts'

const MOST = 200
const DAYS_AHEAD = 14

export async function readHouse(work: Work): Promise<RulesHouse> {
  allow(work, 'routing.read')
  return await houseOfRules(work)
}

export async function houseOfRules(work: Work): Promise<RulesHouse> {
  const [people, reasons, own] = await Promise.all([abilities(work), cases.listReasons(work), brandsOf(work)])
  const span = { starts_at: work.now, ends_at: work.now.add({ hours: 24 * DAYS_AHEAD }) }
  const [teams, skills, hours, away] = await Promise.all([
    everyPage((cursor) => staff.listTeams(work, { cursor, limit: MOST })),
    everyPage((cursor) => staff.listSkills(work, { cursor, limit: MOST })),
    calendars.listCalendars(work, { limit: MOST }),
    staff.absencesBetween(work, span),
  ])
  return {
    ...own,
    reasons: reasons.items.map(named),
    skills: skills.map(named),
    teams: teams.map(named),
    calendars: hours.items.map(({ id, name, zone, weekly }) => ({
      id,
      name,
      zone,
      ranges: weekly.map((range) => ({ ...range })),
    })),
    languages: languagesOf(people, own.languages),
    people,
    away: away.map(({ person, starts_at, ends_at }) => ({
      person,
      from: String(starts_at),
      until: String(ends_at ?? span.ends_at),
    })),
    more_people: people.length >= MOST_PEOPLE_OF_RULES,
  }
}

const named = ({ id, name }: { id: string; name: string }): { id: string; name: string } => ({ id, name })

async function brandsOf(work: Work): Promise<Pick<RulesHouse, 'brands' | 'entry_points' | 'languages'>> {
  const [all, doors] = await Promise.all([
    brands.listBrands(work, { limit: MOST }),
    everyPage((cursor) => brands.listEntryPoints(work, { cursor, limit: MOST })),
  ])
  return {
    brands: all.items.map(named),
    entry_points: doors.map(({ id, name, brand_id, kind }) => ({ id, name, brand: brand_id, kind })),
    languages: all.items.map(({ language }) => language),
  }
}

const languagesOf = (people: RulesHouse['people'], ofBrands: readonly string[]): string[] =>
  [...new Set([...ofBrands, ...people.flatMap(({ speaks }) => Object.keys(speaks))])].toSorted()

const MOST_PAGES = 10

async function everyPage<Item>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  for (let n = 0; n < MOST_PAGES; n++) {
    const { items, next } = await page(cursor)
    all.push(...items)
    if (next === null) break
    cursor = next
  }
  return all
}
