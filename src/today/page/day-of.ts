// One person's day. Every section asks for itself, all at the same time on one line to the database, and shows a few of what there is.
import * as staff from '#staff'
import { can, scopesFor } from '#access'
import { allOf } from '#base/all-of'
import { notAllowed, refuse } from '#base/refusal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { gateIsForPeople, sectionNames, type Day, type SectionName } from '../contract.ts'
import type { Asked, Made } from './asked.ts'
import { fresh } from './cases.ts'
import { covered, standsInFor } from './covered.ts'
import { spanOf } from './day.ts'
import { deadlines, silent } from './deadlines.ts'
import { handOvers } from './hand-overs.ts'
import { promises, unhappy } from './owed.ts'
import { myTasks } from './tasks.ts'
import { told } from './told.ts'
import { waiting } from './waiting.ts'

const makers: Readonly<Record<SectionName, (asked: Asked) => Promise<Made>>> = {
  promises,
  deadlines,
  hand_overs: handOvers,
  silent,
  unhappy,
  tasks: myTasks,
  new: fresh,
  waiting,
  covered,
  told,
}

export async function dayOf(work: Work, { person }: { person?: PersonId | undefined }): Promise<Day> {
  const me = work.actor.kind === 'person' ? work.actor.id : undefined
  const of = person ?? me
  if (!of) throw refuse(gateIsForPeople, {})
  const mine = of === me
  const facts = await staff.find(work, [of])
  if (!mine) await needToFollow(work, of)
  const who = facts.get(of)
  const asked: Asked = { work, person: of, mine, ...(await spanOf(work)) }
  const [made, stands_in_for, away] = await Promise.all([
    allOf(sectionNames.map(async (name) => ({ name, ...(await makers[name](asked)) }))),
    standsInFor(work, of),
    awayOf(work, of, who?.absent_until ?? null),
  ])
  return {
    person: { id: of, name: who?.name ?? '' },
    mine,
    at: work.now.toString(),
    until: asked.until.toString(),
    zone: asked.zone,
    sections: made.filter(({ count }) => count > 0),
    stands_in_for,
    away,
  }
}

async function awayOf(work: Work, person: PersonId, until: Temporal.Instant | null): Promise<Day['away']> {
  if (!until) return null
  const cover = await staff.standIn(work, person)
  if (!cover) return { until: until.toString(), covered_by: null }
  const name = (await staff.find(work, [cover.person])).get(cover.person)?.name ?? ''
  return { until: until.toString(), covered_by: { id: cover.person, name } }
}

/** Somebody else's day is for who follows one of their teams. */
export async function needToFollow(work: Work, person: PersonId): Promise<void> {
  if (scopesFor(work.actor, 'team.follow').some(({ teams }) => teams === null)) return
  const teams = await staff.teamsOf(work, person)
  if (!teams.some((team) => can(work.actor, 'team.follow', { team }))) throw refuse(notAllowed, { permission: 'team.follow' })
}
