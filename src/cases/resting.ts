// What rests on a person here: the open cases they answer for, the hand-overs that wait for their answer, the work they do in others' cases.
// All of it passes on, or they do not leave: the database sees to that.
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import type { Passing, Resting } from '#staff/contract'
import { caseUnhandled } from './contract.ts'
import { tellEnded } from './end-hand-overs.ts'
import { lockCase } from './store/case.ts'
import { endHandOversTo } from './store/hand-over.ts'
import { endHandlingOf } from './store/handler.ts'
import { openCasesOf, replaceDeputy } from './store/ownership.ts'
import { countResting, restingCases } from './store/resting.ts'

const AT_ONCE = 500

/** By kind, how many, and the first of them. What is part of another case goes with that one. */
export async function restingOn(work: Work, person: PersonId, most = 20): Promise<Resting[]> {
  const [counts, items] = await Promise.all([countResting(work, person), restingCases(work, person, most)])
  const byKind = Map.groupBy(items, ({ kind }) => kind)
  return (['case', 'hand_over', 'handling'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      kind,
      count: counts[kind],
      items: (byKind.get(kind) ?? []).map(({ id, case_id, number, subject }) => ({
        id,
        name: `${number} ${subject}`,
        path: `/cases/${case_id}`,
      })),
    }))
}

/**
 * To one person, in the transaction of the caller: all of it, one kind, or some of a kind. Hand-overs offered to whoever goes end and return to
 * those who offered them; work in somebody's case ends. Who may is the caller's to ask.
 */
export async function pass(work: Work, { from, to, kind, ids }: Passing): Promise<void> {
  const wants = (each: string): boolean => kind === undefined || kind === each
  if (wants('case')) await passCases(work, { from, to, ids })
  if (wants('hand_over')) for (const ended of await endHandOversTo(work, from, ids)) tellEnded(work, ended)
  if (wants('handling'))
    for (const { case_id, owner_id: owner } of await endHandlingOf(work, from, ids))
      work.publish(caseUnhandled, { case_id, person: from, owner }, { case_id })
  if (kind === undefined) await replaceDeputy(work, { from, to })
}

async function passCases(work: Work, { from, to, ids }: Passing): Promise<void> {
  for (;;) {
    const cases = await openCasesOf(work, from, { most: AT_ONCE, ids })
    for (const { id } of cases) {
      const found = await lockCase(work, id)
      if (found) await changeOwner(work, found, { person: to, chosen_by: 'successor', by: actorId(work.actor) })
    }
    if (cases.length < AT_ONCE) return
  }
}
