// Everybody who serves, with what they may be offered: skills and teams from staff, the rest kept here.
import { whereMay } from '#access'
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { usualSettings, type Ability, type SeatSettings } from '../contract/abilities.ts'
import { abilityChanged, MOST_PEOPLE_OF_RULES } from '../contract/rulebook-endpoints.ts'
import type { PersonFactsOfRouting } from '../contract/rulebook.ts'
import { placedPeople } from '../floor/acts/placed.ts'
import { needTheirPerson } from '../floor/need-theirs.ts'
import { factsOf, spokenBy } from '../rules/person-facts.ts'
import * as store from './store.ts'

export async function abilities(work: Work): Promise<Ability[]> {
  const [people, may] = await Promise.all([staff.serving(work, MOST_PEOPLE_OF_RULES), whereMay(work, ['routing.take'])])
  const rows = await store.abilitiesOf(work, people.map(({ id }) => id)) // prettier-ignore
  const kept = new Map(rows.map((row) => [row.person_id, row]))
  return people.map(({ id, name, language, teams, skills }) => {
    const { version, ...settings } = kept.get(id) ?? { ...usualSettings, version: 0 }
    return {
      ...pick(settings),
      person: id,
      name,
      teams,
      skills,
      speaks: spokenBy(settings, language),
      takes: may.has(id),
      version,
    }
  })
}

const pick = ({ languages, degree, queues, most, seat_units }: SeatSettings): SeatSettings => ({
  languages,
  degree,
  queues,
  most,
  seat_units,
})

/** For whoever compiles the rules: everybody whose role lets them be offered work, by name. */
export const peopleOfRouting = async (work: Work): Promise<PersonFactsOfRouting[]> =>
  await placedPeople(work, (await abilities(work)).filter(({ takes }) => takes).map(factsOf))

type Asked = { person: PersonId; version: number } & { [Setting in keyof SeatSettings]?: SeatSettings[Setting] | undefined }

export async function setAbility(work: Work, { person, version, ...change }: Asked): Promise<Ability> {
  const before = await abilityOf(work, person)
  await needTheirPerson(work, person, 'routing.manage')
  const settings = { ...pick(before), ...given(change) }
  const changed =
    version === 0
      ? await store.insertAbility(work, person, settings)
      : await store.updateAbility(work, person, { ...settings, version })
  if (changed === 0) throw overtaken(before, version)
  work.publish(abilityChanged, { person })
  return await abilityOf(work, person)
}

const given = (change: Omit<Asked, 'person' | 'version'>): Partial<SeatSettings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) // the same keys, fewer of them

async function abilityOf(work: Work, person: PersonId): Promise<Ability> {
  const found = (await abilities(work)).find((each) => each.person === person)
  if (!found) throw refuse(notFound, {})
  return found
}
