// Promises kept in time over a period. Every figure carries its formula; the list of promises with the same filter is what it was counted from.
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { periodInvalid, type PromiseFigures } from './contract.ts'
import { meOf } from './list.ts'
import { countEnds } from './store/lists.ts'

type Asked = { from: string; until: string; owner?: 'me' | PersonId | undefined; brand?: string | undefined }
const MOST_DAYS = 3 * 366

export const formula = {
  id: 'promises.kept_in_time.1',
  fr: 'Promesses tenues à temps ÷ promesses échues (tenues à temps, tenues en retard ou manquées). Compte la promesse dans la période de son échéance ; une promesse déplacée ou retirée avant l’échéance ne compte pas, après l’échéance elle compte comme manquée.',
  en: 'Promises kept in time ÷ promises that fell due (kept in time, kept late or broken). A promise counts in the period of its due moment; one moved or withdrawn before that moment does not count, after it counts as broken.',
}

export async function figures(work: Work, { from, until, owner, brand }: Asked): Promise<PromiseFigures> {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)]
  const days = start.until(end).total('hours') / 24
  if (days <= 0 || days > MOST_DAYS) throw refuse(periodInvalid, {})
  const counted = await countEnds(work, {
    from: start.toString(), until: end.toString(), brand, owner: owner === 'me' ? meOf(work) : owner, scopes: scopesFor(work.actor, 'case.read'),
  }) // prettier-ignore
  const due = counted.kept + counted.kept_late + counted.broken
  return { from, until, due, ...counted, kept_in_time: due > 0 ? counted.kept / due : null, formula }
}
