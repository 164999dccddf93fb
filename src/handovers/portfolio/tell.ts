import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Portfolio, PortfolioId } from '../contract.ts'
import type { PortfolioRow } from '../store/portfolio.ts'

type Offered = { id: PortfolioId; from: PersonId; to: PersonId; count: number }
const path = (id: PortfolioId): string => `/hand-overs?portfolio=${id}`

async function namesOf(work: Work, people: readonly PersonId[]): Promise<(id: PersonId) => string> {
  const found = await staff.find(work, people)
  return (id) => found.get(id)?.name ?? '…'
}

export async function tellPortfolioOffered(work: Work, { id, from, to, count }: Offered): Promise<void> {
  const name = (await namesOf(work, [from]))(from)
  await staff.tell(work, {
    to: [to], kind: 'hand_over.portfolio_offered', key: `portfolio:${id}:offered`, path: path(id),
    fr: `${name} vous propose un portefeuille de ${count} élément${count > 1 ? 's' : ''}. Acceptez le tout, ou un à un.`,
    en: `${name} offers you a portfolio of ${count} item${count > 1 ? 's' : ''}. Accept it as a whole, or one by one.`,
  }) // prettier-ignore
}

export async function tellPortfolioReminder(work: Work, { id, from_id, to_id }: PortfolioRow): Promise<void> {
  const name = (await namesOf(work, [from_id]))(from_id)
  await staff.tell(work, {
    to: [to_id], kind: 'hand_over.portfolio_reminder', key: `portfolio:${id}:reminder`, path: path(id), urgent: true,
    fr: `${name} attend votre réponse pour son portefeuille. Sans réponse, un responsable décidera.`,
    en: `${name} is waiting for your answer about their portfolio. Without one, a manager will decide.`,
  }) // prettier-ignore
}

export async function tellPortfolioEscalation(
  work: Work,
  { id, from_id, to_id }: PortfolioRow,
  managers: readonly PersonId[],
): Promise<void> {
  const name = await namesOf(work, [from_id, to_id])
  await staff.tell(work, {
    to: [...managers, from_id], kind: 'hand_over.portfolio_escalated', key: `portfolio:${id}:escalated`, path: path(id), urgent: true,
    fr: `${name(to_id)} n’a pas répondu au portefeuille de ${name(from_id)}. Un responsable peut accepter à sa place ou choisir quelqu’un d’autre.`,
    en: `${name(to_id)} has not answered ${name(from_id)}’s portfolio. A manager may accept in their place or choose somebody else.`,
  }) // prettier-ignore
}

const ends: Readonly<Record<NonNullable<Portfolio['ended_as']>, { fr: string; en: string }>> = {
  accepted: { fr: 'accepté', en: 'accepted' },
  declined: { fr: 'refusé', en: 'declined' },
  withdrawn: { fr: 'retiré', en: 'withdrawn' },
  partly: { fr: 'accepté en partie', en: 'accepted in part' },
  overtaken: { fr: 'dépassé par les événements', en: 'overtaken by events' },
}
export async function tellPortfolioEnd(
  work: Work,
  { id, from_id, to_id }: PortfolioRow,
  as: NonNullable<Portfolio['ended_as']>,
): Promise<void> {
  if (as === 'withdrawn') return
  const name = (await namesOf(work, [to_id]))(to_id)
  await staff.tell(work, {
    to: [from_id], kind: 'hand_over.portfolio_ended', key: `portfolio:${id}:ended`, path: path(id),
    fr: `Votre portefeuille proposé à ${name} est ${ends[as].fr}.`, en: `The portfolio you offered to ${name} was ${ends[as].en}.`,
  }) // prettier-ignore
}
