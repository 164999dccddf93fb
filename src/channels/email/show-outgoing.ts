import * as cases from '#cases'
import { allow, can } from '#access'
import type { Work } from '#base/work'
import type { z } from 'zod'
import type { keptMailShape } from '../contract.ts'
import { recentSent } from './store/sent.ts'

const MOST = 100

// The latest mails written here. Without a relay they stay in the post office, so that the walk can be tried offline.
export const showOutgoing =
  (relay: string | null) =>
  async (work: Work): Promise<{ relay: string | null; items: z.infer<typeof keptMailShape>[] }> => {
    allow(work, 'channel.read')
    const sent = await recentSent(work, MOST)
    const facts = await cases.briefs(
      work,
      sent.map((row) => row.interaction_id),
    )
    const items = sent.flatMap((row) => {
      const of = facts.get(row.interaction_id)
      if (!of || !can(work.actor, 'channel.read', { brand: of.brand_id })) return []
      return [{
      interaction: row.interaction_id, case_id: of.case_id, case_number: of.number, to: row.envelope.to, subject: of.subject, state: of.state,
      composed_at: row.composed_at.toString(), attempts: row.attempts, last_answer: row.last_answer,
    }] // prettier-ignore
    })
    return { relay, items }
  }
