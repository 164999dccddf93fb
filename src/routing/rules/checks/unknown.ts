// Rules that speak of what the house does not have, or no longer: a team that was closed, hours that were put away.
import type { Queue } from '../../contract/rulebook.ts'
import type { QueueCheck, Reading } from '../check-rules.ts'
import { said, type Said } from '../said.ts'
import { finding, quoted } from './made.ts'

type Named = { kind: Said; part: 'takes' | 'who' | 'hours'; asked: readonly string[]; known: ReadonlySet<string> }

export const unknownNames: QueueCheck = (queue, reading) =>
  namedBy(queue, reading).flatMap(({ kind, part, asked, known }) => {
    if (asked.every((id) => known.has(id))) return []
    const { fr, en } = quoted(queue)
    return [
      finding({
        id: 'unknown_name', weight: 'wrong', queue, part,
        says: said(`${fr} parle ${kind.fr} que la maison n’a pas, ou plus.`, `${en} speaks of ${kind.en} that the house does not have, or no longer.`),
        mend: said('Choisissez dans la liste.', 'Choose from the list.'),
      }),
    ]
  }) // prettier-ignore

function namedBy({ takes, who, hours }: Queue, { house, book }: Reading): Named[] {
  const ids = (list: readonly { id: string }[]): Set<string> => new Set(['none', ...list.map(({ id }) => id)])
  const rings = who.rings.flatMap(({ teams }) => teams ?? [])
  return [
    { kind: said('d’un motif', 'a reason'), part: 'takes', asked: takes.reasons ?? [], known: ids(house.reasons) },
    { kind: said('d’une marque', 'a brand'), part: 'takes', asked: takes.brands ?? [], known: ids(house.brands) },
    { kind: said('d’une porte', 'a door'), part: 'takes', asked: takes.entry_points ?? [], known: ids(house.entry_points) },
    { kind: said('d’une compétence', 'a skill'), part: 'who', asked: who.skills.map(({ skill }) => skill), known: ids(house.skills) },
    { kind: said('d’une équipe', 'a team'), part: 'who', asked: rings, known: ids(house.teams) },
    { kind: said('d’un site', 'a site'), part: 'who', asked: who.rings.flatMap(({ sites }) => sites ?? []), known: new Set(book.sites.map(({ key }) => key)) },
    { kind: said('d’horaires', 'hours'), part: 'hours', asked: hours.kind === 'calendar' ? [hours.calendar] : [], known: ids(house.calendars) },
  ]
} // prettier-ignore
