// Who answers for whom: the overview, the past of one customer, and what is to come.
import { allow } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import * as staff from '#staff'
import type { TeamId } from '#staff/contract'
import type { PointOfContact } from './contract.ts'
import { listContacts, type ContactRow, type Wanted } from './store/contact.ts'

type Asked = Omit<Wanted, 'before' | 'most'> & { cursor?: string | undefined; limit: number }

export async function pointsOfContact(
  work: Work,
  { cursor, limit, ...wanted }: Asked,
): Promise<{ items: PointOfContact[]; next: string | null }> {
  allow(work, 'customer.read')
  const found = await listContacts(work, { ...wanted, before: readCursor(cursor), most: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { items: await show(work, shown), next: found.length > limit && last ? writeCursor(last.from, last.id) : null }
}

const isPerson = (by: string): by is PersonId => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(by)
const compare = Temporal.Instant.compare.bind(Temporal.Instant)

function whenOf(work: Work, { from, to }: ContactRow): PointOfContact['when'] {
  if (compare(from, work.now) > 0) return 'coming'
  return to && compare(to, work.now) <= 0 ? 'past' : 'now'
}

async function show(work: Work, rows: readonly ContactRow[]): Promise<PointOfContact[]> {
  const current = rows.filter((row) => whenOf(work, row) === 'now')
  const answers = await staff.answering(
    work,
    current.map(({ person, team, deputies, subject_id }) => ({ person, team, deputies, face: subject_id })),
  )
  const answering = new Map(current.map((row, at) => [row.id, answers[at] ?? null]))
  const people = rows.flatMap(({ person, by, deputies }) => [
    ...(person ? [person] : []),
    ...(isPerson(by) ? [by] : []),
    ...deputies.flatMap((each) => ('person' in each ? [each.person] : [])),
  ])
  const standing = answers.flatMap((each) => (each ? [each.shown, ...(each.stand_in ? [each.stand_in.person] : [])] : []))
  const teamIds = rows.flatMap(({ team, deputies }) => [
    ...(team ? [team] : []),
    ...deputies.flatMap((each) => ('team' in each ? [each.team] : [])),
  ])
  const [found, teams] = await Promise.all([staff.find(work, [...people, ...standing]), staff.findTeams(work, teamIds)])
  const person = (id: PersonId): { id: PersonId; name: string } => ({ id, name: found.get(id)?.name ?? '' })
  const team = (id: TeamId): { id: TeamId; name: string } => ({ id, name: teams.get(id)?.name ?? '' })
  return rows.map((row) => {
    const now = answering.get(row.id)
    return {
      id: row.id,
      of: row.of,
      subject: { id: row.subject_id, name: row.subject },
      team: row.team && team(row.team),
      person: row.person && person(row.person),
      deputies: row.deputies.map((each) => ('person' in each ? { person: person(each.person) } : { team: team(each.team) })),
      from: row.from.toString(),
      to: row.to?.toString() ?? null,
      when: whenOf(work, row),
      because: row.because,
      by: found.get(row.by as PersonId)?.name ?? row.by, // an actor; no name unless it is a person
      answers: now?.stand_in
        ? {
            person: person(now.stand_in.person),
            shown: person(now.shown),
            away_until: now.away_until?.toString() ?? null,
          }
        : null,
    }
  })
}
