import { can } from '#access'
import type { Work } from '#base/work'
import type { HandOver, HandOverId } from './contract.ts'
import { showHandOver } from './show-hand-over.ts'
import { findHandOver, handOversFor } from './store/hand-over.ts'

export async function handOvers(work: Work) {
  if (work.actor.kind !== 'person') return { items: [] }
  const waiting = (await handOversFor(work, work.actor.id)).filter(({ brand_id: brand }) =>
    can(work.actor, 'case.read', { brand }),
  )
  return {
    items: await Promise.all(
      waiting.map(async (row) => ({ ...(await showHandOver(work, row)), number: row.number, subject: row.subject })),
    ),
  }
}

/** For rooms above; whoever asks decides who sees it. */
export async function handOver(work: Work, id: HandOverId): Promise<HandOver | undefined> {
  const found = await findHandOver(work, id)
  return found && (await showHandOver(work, found))
}
