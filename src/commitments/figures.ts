// Promises kept in time over a period. Every figure carries its formula; the list of promises with the same filter is what it was counted from.
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { periodInvalid, type Ends, type PromiseFigures } from './contract.ts'
import { ownersOf } from './list.ts'
import { countEnds, type Period } from './store/lists.ts'

export type Asked = {
  from: string
  until: string
  owner?: 'me' | PersonId | undefined
  team?: TeamId | undefined
  brand?: string | undefined
}
const MOST_DAYS = 3 * 366

export const formula = {
  id: 'promises.kept_in_time.1',
  fr: 'Promesses tenues à temps ÷ promesses échues (tenues à temps, tenues en retard ou manquées). Compte la promesse dans la période de son échéance ; une promesse déplacée ou retirée avant l’échéance ne compte pas, après l’échéance elle compte comme manquée.',
  en: 'Promises kept in time ÷ promises that fell due (kept in time, kept late or broken). A promise counts in the period of its due moment; one moved or withdrawn before that moment does not count, after it counts as broken.',
}

export async function figures(work: Work, asked: Asked): Promise<PromiseFigures> {
  const counted = await countEnds(work, await periodOf(work, asked))
  return { from: asked.from, until: asked.until, ...endsOf(counted), formula }
}

export async function periodOf(work: Work, { from, until, owner, team, brand }: Asked): Promise<Period> {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)]
  const days = start.until(end).total('hours') / 24
  if (days <= 0 || days > MOST_DAYS) throw refuse(periodInvalid, {})
  const owners = await ownersOf(work, { owner, team })
  return { from: start.toString(), until: end.toString(), brand, owners, scopes: scopesFor(work.actor, 'case.read') }
}

type Counted = Omit<Ends, 'due' | 'kept_in_time'>
export function endsOf({ kept, kept_late, broken, moved, withdrawn }: Counted): Ends {
  const due = kept + kept_late + broken
  return { due, kept, kept_late, broken, moved, withdrawn, kept_in_time: due > 0 ? kept / due : null }
}
