// What a reminder says to somebody outside, in the words of the plan and with the facts of the task in place.
import { isUuid } from '#base/id'
import type { Work } from '#base/work'
import { planOf } from '../chase/plan-of.ts'
import { fill } from '../chase/rules/tones.ts'
import { findChased } from '../chase/store/chase.ts'
import { byWhen, type Tone } from '../contract.ts'
import { cardsOf } from '../directory/store/party.ts'
import { whomOf } from '../whom.ts'
import { outsideFacts } from './facts.ts'
import { findTask } from '../store/task.ts'

type Reader = { language: 'fr' | 'en'; zone: string }

export async function chaseWords(work: Work, id: string, reader: Reader): Promise<{ tone: Tone; text: string } | null> {
  const chased = isUuid(id) ? await findChased(work, id) : undefined
  const facts = chased && (await outsideFacts(work, chased.task_id))
  if (!facts) return null
  const { row, task, brand } = facts
  const text = (await planOf(work)).texts[chased.tone][reader.language]
  const name = (await whomOf(work, [row]))(row).name
  const asked = dayOf(row.begun_at ?? row.asked_at, reader)
  const when = row.due_at ? byWhen(row.due_at, reader, work.now) : ''
  return {
    tone: chased.tone,
    text: fill(text, {
      name,
      title: task.title,
      owner: task.owner.name,
      brand: brand.name,
      when,
      asked,
      reference: task.reference,
    }),
  }
}

// "le 19 novembre", "on 19 November".
function dayOf(at: Temporal.Instant, { language, zone }: Reader): string {
  const day = at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long' })
  return language === 'fr' ? `le ${day.replace(/^1 /, '1er ')}` : `on ${day}`
}

/** To whom outside a reminder goes; nobody when it was for colleagues, or when the task is asked of somebody else since. */
export async function chasedOutside(work: Work, id: string): Promise<{ name: string; address: string } | null> {
  const chased = await findChased(work, id)
  const task = chased && (await findTask(work, chased.task_id))
  const [card] = task?.party_id ? await cardsOf(work, [task.party_id]) : []
  if (!chased || !card || chased.whom[0]?.by !== 'mail') return null
  if (chased.tone !== 'manager') return { name: card.name, address: card.email }
  return card.superior_email ? { name: card.superior_name, address: card.superior_email } : null
}
