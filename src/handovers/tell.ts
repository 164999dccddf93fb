// What colleagues are told of a hand-over: who is asked, who is waited for, how it ended.
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { BatonRow } from './store/baton.ts'

type About = { id: string; case_id: CaseId; from: PersonId; to: PersonId }

async function namesIn(work: Work, { case_id, from, to }: Omit<About, 'id'>) {
  const [people, facts] = await Promise.all([staff.find(work, [from, to]), cases.facts(work, [case_id])])
  const name = (id: PersonId): string => people.get(id)?.name ?? '…'
  const of = facts.get(case_id)
  return { from: name(from), to: name(to), number: of?.number ?? 0, subject: of?.subject ?? '', brand: of?.brand_id }
}
const at = ({ case_id, brand }: { case_id: CaseId; brand: string | undefined }) => ({ path: `/cases/${case_id}`, case_id, brand })

export async function tellOffered(work: Work, about: About): Promise<void> {
  const { from, number, subject, brand } = await namesIn(work, about)
  await staff.tell(work, {
    ...at({ ...about, brand }), to: [about.to], kind: 'hand_over.offered', key: `hand_over:${about.id}:offered`,
    fr: `${from} vous propose le dossier ${number} (${subject}). Lisez le résumé et répondez.`,
    en: `${from} offers you case ${number} (${subject}). Read the brief and answer.`,
  }) // prettier-ignore
}

export async function tellReminder(work: Work, baton: BatonRow): Promise<void> {
  const { from, number, brand } = await namesIn(work, { ...baton, from: baton.from_id, to: baton.to_id })
  await staff.tell(work, {
    ...at({ ...baton, brand }), to: [baton.to_id], kind: 'hand_over.reminder', key: `hand_over:${baton.id}:reminder`, urgent: true,
    fr: `${from} attend votre réponse pour le dossier ${number}. Sans réponse, un responsable décidera.`,
    en: `${from} is waiting for your answer about case ${number}. Without one, a manager will decide.`,
  }) // prettier-ignore
}

export async function tellEscalation(work: Work, baton: BatonRow, managers: readonly PersonId[]): Promise<void> {
  const { from, to, number, brand } = await namesIn(work, { ...baton, from: baton.from_id, to: baton.to_id })
  const all = { ...at({ ...baton, brand }), kind: 'hand_over.escalated', urgent: true }
  await staff.tell(work, {
    ...all, to: managers, key: `hand_over:${baton.id}:escalated`,
    fr: `${to} n’a pas répondu à ${from} pour le dossier ${number}. Acceptez à sa place ou choisissez quelqu’un d’autre.`,
    en: `${to} has not answered ${from} about case ${number}. Accept in their place or choose somebody else.`,
  }) // prettier-ignore
  await staff.tell(work, {
    ...all, to: [baton.from_id], key: `hand_over:${baton.id}:unanswered`,
    fr: `${to} n’a pas répondu pour le dossier ${number}. Vous en répondez toujours ; un responsable est prévenu.`,
    en: `${to} has not answered about case ${number}. You still answer for it; a manager has been told.`,
  }) // prettier-ignore
}

export async function tellEnd(
  work: Work,
  baton: BatonRow,
  end: { as: string; answer: string; by: PersonId | null },
): Promise<void> {
  const { to, number, brand } = await namesIn(work, { ...baton, from: baton.from_id, to: baton.to_id })
  const common = { ...at({ ...baton, brand }), kind: `hand_over.${end.as}`, key: `hand_over:${baton.id}:${end.as}` }
  if (end.as === 'accepted')
    await staff.tell(work, {
      ...common,
      to: [baton.from_id],
      fr: `${to} répond désormais du dossier ${number}.`,
      en: `${to} now answers for case ${number}.`,
    })
  if (end.as === 'declined')
    await staff.tell(work, {
      ...common, to: [baton.from_id], urgent: true,
      fr: `${to} ne prend pas le dossier ${number}\u202f: «\u202f${end.answer}\u202f». Vous en répondez toujours.`,
      en: `${to} does not take case ${number}: “${end.answer}”. You still answer for it.`,
    }) // prettier-ignore
  if (end.as === 'accepted' && end.by)
    await staff.tell(work, {
      ...common, to: [baton.to_id], key: `hand_over:${baton.id}:given`,
      fr: `Le dossier ${number} vous est confié par un responsable. Lisez le résumé.`, en: `A manager has given you case ${number}. Read the brief.`,
    }) // prettier-ignore
}
