// What rests on somebody in this room: colleagues and absences they deputise for, teams they manage. Passed on, kind by kind, before they leave.
import type { Work } from '#base/work'
import { teamChanged, type Passing, type PersonId, type Resting, type TeamId } from './contract.ts'
import { needActive } from './need.ts'
import { allowFor } from './permit.ts'
import { replaceAbsenceDeputy } from './store/absence.ts'
import { replacePartTimeDeputy } from './store/part-time.ts'
import { replaceDeputy } from './store/person.ts'
import { restingAsDeputy, restingAsManager, restingOnAbsences } from './store/resting.ts'
import { replaceManager } from './store/team.ts'

const MOST_SHOWN = 20

export async function restingOn(work: Work, person: PersonId): Promise<Resting[]> {
  const [teams, deputies, absences] = await Promise.all([
    restingAsManager(work, person, MOST_SHOWN),
    restingAsDeputy(work, person, MOST_SHOWN),
    restingOnAbsences(work, person, MOST_SHOWN),
  ])
  const shown = (kind: string, path: string, rows: { id: string; name: string; all: number }[]): Resting[] =>
    rows.length === 0 ? [] : [{ kind, count: rows[0]!.all, items: rows.map(({ id, name }) => ({ id, name, path })) }]
  return [
    ...shown('team', '/staff?tab=teams', teams),
    ...shown('deputy', '/staff', deputies),
    ...shown('absence_deputy', '/staff?tab=absences', absences),
  ]
}

export async function pass(work: Work, { from, to, kind, ids }: Passing): Promise<void> {
  await allowFor(work, from)
  await needActive(work, to)
  await passAll(work, { person: from, successor: to }, { kind, ids: ids ?? null })
}

type What = { kind?: string | undefined; ids: readonly string[] | null }
export async function passAll(
  work: Work,
  leaving: { person: PersonId; successor: PersonId },
  { kind, ids }: What,
): Promise<void> {
  const wants = (each: string): boolean => kind === undefined || kind === each
  if (wants('deputy')) await replaceDeputy(work, leaving, ids)
  if (wants('absence_deputy')) {
    await replaceAbsenceDeputy(work, leaving, ids)
    if (!ids) await replacePartTimeDeputy(work, leaving)
  }
  if (!wants('team')) return
  for (const { id } of await replaceManager(work, leaving, ids as readonly TeamId[] | null))
    work.publish(teamChanged, { team: id }) // ids of this kind are of teams
}
