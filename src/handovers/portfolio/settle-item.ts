// A hand-over of the portfolio ended by itself: its line is settled with it, and perhaps the whole.
import type { Work } from '#base/work'
import type { BatonId, Ending, PortfolioId } from '../contract.ts'
import { settleHandOver, type State } from '../store/item.ts'
import { endIfSettled } from './end.ts'

const states: Readonly<Record<Ending, State>> = { accepted: 'passed', declined: 'declined', withdrawn: 'gone', overtaken: 'gone' }

export async function settleItemOf(
  work: Work,
  id: PortfolioId,
  { baton, as, because }: { baton: BatonId; as: Ending; because: string },
): Promise<void> {
  if ((await settleHandOver(work, id, { baton, state: states[as], because: because || null })) > 0) await endIfSettled(work, id)
}
