// What I promised, and who is unhappy.
import { scopesFor } from '#access'
import * as commitments from '#commitments'
import { LINES } from '../contract.ts'
import { countSums } from '../store/unhappy.ts'
import { listUnhappy } from '../unhappy/list.ts'
import type { Asked, Made } from './asked.ts'
import { promiseLine, unhappyLine } from './lines.ts'

export async function promises({ work, person, until }: Asked): Promise<Made> {
  const [{ items }, counts] = await Promise.all([
    commitments.list(work, { owner: person, state: 'owed', due_until: until.toString(), limit: LINES }),
    commitments.countOwedBy(work, { people: [person], due_until: until }),
  ])
  const { late = 0, due = 0 } = counts.get(person) ?? {}
  return { items: items.map((each) => promiseLine(each, work.now)), count: late + due, late, all: '/promises' }
}

export async function unhappy({ work, person }: Asked): Promise<Made> {
  const [{ items }, [counted]] = await Promise.all([
    listUnhappy(work, { owner: person, limit: LINES }),
    countSums(work, [person], scopesFor(work.actor, 'case.read')),
  ])
  const lines = items.map(unhappyLine)
  return { items: lines, count: counted?.n ?? 0, late: lines.filter(({ late }) => late).length, all: '/unhappy' }
}
