// One person's day. Every section asks for itself, all at the same time on one line to the database, and shows a few of what there is.
import * as staff from '#staff'
import { can, scopesFor } from '#access'
import { notAllowed, refuse } from '#base/refusal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { gateIsForPeople, sectionNames, type Day, type SectionName } from '../contract.ts'
import type { Asked, Made } from './asked.ts'
import { customersAwaited, fresh } from './cases.ts'
import { covered, standsInFor } from './covered.ts'
import { spanOf } from './day.ts'
import { handOvers } from './hand-overs.ts'
import { promises, unhappy } from './owed.ts'
import { told } from './told.ts'

const makers: Partial<Record<SectionName, (asked: Asked) => Promise<Made>>> = {
  promises,
  hand_overs: handOvers,
  unhappy,
  new: fresh,
  waiting: customersAwaited,
  covered,
  told,
}

export async function dayOf(work: Work, { person }: { person?: PersonId | undefined }): Promise<Day> {
  if (work.actor.kind !== 'person') throw refuse(gateIsForPeople, {})
  const of = person ?? work.actor.id
  const mine = of === work.actor.id
  const facts = await staff.find(work, [of])
  if (!mine) await needToFollow(work, of)
  const who = facts.get(of)
  const asked: Asked = { work, person: of, mine, ...(await spanOf(work)) }
  const [made, stands_in_for, cover] = await Promise.all([
    Promise.all(sectionNames.map(async (name) => ({ name, ...(await (makers[name]?.(asked) ?? null)) }))),
    standsInFor(work, of),
    who?.absent_until ? staff.standIn(work, of) : null,
  ])
  const names = cover ? await staff.find(work, [cover.person]) : new Map<PersonId, { name: string }>()
  return {
    person: { id: of, name: who?.name ?? '' },
    mine,
    at: work.now.toString(),
    until: asked.until.toString(),
    zone: asked.zone,
    sections: made.flatMap((each) => ('items' in each && each.count! > 0 ? [each as Day['sections'][number]] : [])),
    stands_in_for,
    away: who?.absent_until ? { until: who.absent_until.toString(), covered_by: cover ? { id: cover.person, name: names.get(cover.person)?.name ?? '' } : null } : null,
  } // prettier-ignore
}

/** Somebody else's day is for who follows one of their teams. */
export async function needToFollow(work: Work, person: PersonId): Promise<void> {
  if (scopesFor(work.actor, 'team.follow').some(({ teams }) => teams === null)) return
  const teams = await staff.teamsOf(work, person)
  if (!teams.some((team) => can(work.actor, 'team.follow', { team }))) throw refuse(notAllowed, { permission: 'team.follow' })
}
