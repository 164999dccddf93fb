// In whose hours somebody is chased: a colleague in those their task runs in; somebody outside in the working week of where they are.
import type { Work } from '#base/work'
import type { Hours } from '#calendars/contract'
import { cardsOf, type PartyCardRow } from '../directory/store/party.ts'
import type { TaskRow } from '../store/row.ts'
import { hoursOf } from '../zone-of.ts'

const OPENS_MINUTE = 9 * 60
const CLOSES_MINUTE = 18 * 60
const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: OPENS_MINUTE, closes_minute: CLOSES_MINUTE }))

export type AskedHours = { hours: Hours | null; card: PartyCardRow | null }

export async function hoursAsked(work: Work, task: TaskRow): Promise<AskedHours> {
  if (!task.party_id) return { hours: (await hoursOf(work, task)).hours, card: null }
  const [card] = await cardsOf(work, [task.party_id])
  const zone = card?.zone ?? 'Europe/Paris'
  const holidays = zone === 'Europe/Paris' ? 'FR' : null // of other places we know the week only
  return { hours: { zone, weekly: WEEK, exceptions: [], holidays, good_friday: false }, card: card ?? null }
}
