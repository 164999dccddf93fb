// To whom a hand-over goes up: those who lead the giver, as long as they are here; for who is away, whoever stands in.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export async function managersOf(work: Work, person: PersonId): Promise<PersonId[]> {
  const managers = await staff.managersFor(work, person)
  const here = await Promise.all(managers.map(async (id) => (await staff.standIn(work, id))?.person ?? id))
  return [...new Set(here)].filter((id) => id !== person)
}
