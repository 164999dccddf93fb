// Contacts that a figure was counted from, with the case they belong to, for whoever may read it.
import * as cases from '#cases'
import { can } from '#access'
import type { Work } from '#base/work'
import { queueName } from '../contract/queue.ts'
import type { Rulebook } from '../contract/rulebook.ts'
import type { Counted } from '../contract/trial.ts'
import type { ContactRow } from '../store/contacts.ts'

export async function showCounted(work: Work, rows: readonly ContactRow[], rulebooks: readonly Rulebook[]): Promise<Counted[]> {
  const of = await cases.facts(work, rows.flatMap(({ case_id }) => case_id ?? [])) // prettier-ignore
  const names = new Map(rulebooks.flatMap(({ queues }) => queues).map((queue) => [queue.key, queueName(queue)]))
  return rows.map((row) => {
    const facts = row.case_id ? of.get(row.case_id) : undefined
    const shown = facts && can(work.actor, 'case.read', { brand: facts.brand_id })
    return {
      item: row.id,
      case: shown ? { id: facts.id, number: facts.number, subject: facts.subject } : null,
      channel: row.channel,
      queue: { id: row.queue, name: names.get(row.queue) ?? row.queue },
      arrived_at: String(row.arrived_at),
      taken_at: row.taken_at?.toString() ?? null,
      left_at: row.ended_as === 'left' || row.ended_as === 'refused' ? (row.ended_at?.toString() ?? null) : null,
      outcome: row.outcome,
      wait_s: row.wait_s,
    }
  })
}
