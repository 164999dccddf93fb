// What colleagues are told of tasks, in short full sentences. The title is what somebody wrote; it stands in quotation marks. Pure.
import { asFrenchWrites } from '#base/contract'

type Both = { fr: string; en: string }

const fr = (title: string): string => `« ${title} »`
const en = (title: string): string => `“${title}”`

/** "mardi 24 novembre à 18 h": the moment where the work is done. */
export function moment(at: Temporal.Instant, zone: string): Both {
  const spoken = (language: string): string =>
    at.toLocaleString(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    })
  return { fr: asFrenchWrites(spoken('fr-FR')), en: spoken('en-GB') }
}

type Said = { title: string; by: string }
export const askedOfYou = ({ title, by }: Said, due: Both | null): Both => ({
  fr: `${by} vous demande ${fr(title)}${due ? `, pour le ${due.fr}` : ''}.`,
  en: `${by} asks you for ${en(title)}${due ? `, by ${due.en}` : ''}.`,
})
export const askedOfTeam = ({ title, by }: Said, team: string, due: Both | null): Both => ({
  fr: `${by} demande ${fr(title)} à l’équipe ${team}${due ? `, pour le ${due.fr}` : ''}.`,
  en: `${by} asks the team ${team} for ${en(title)}${due ? `, by ${due.en}` : ''}.`,
})
export const begun = (title: string, due: Both): Both => ({
  fr: `${fr(title)} peut commencer : ce qui devait être fait avant l’est. À rendre pour le ${due.fr}.`,
  en: `${en(title)} can begin: what had to be done before is. It is due by ${due.en}.`,
})
export const answered = (title: string, by: string, late: boolean): Both => ({
  fr: `${by} a répondu à ${fr(title)}${late ? ', en retard' : ''}. Acceptez la réponse, ou renvoyez-la.`,
  en: `${by} answered ${en(title)}${late ? ', late' : ''}. Accept the answer, or send it back.`,
})
export const accepted = (title: string, by: string): Both => ({
  fr: `${by} a accepté votre réponse à ${fr(title)}.`,
  en: `${by} accepted your answer to ${en(title)}.`,
})
export const sentBack = (title: string, by: string, because: string): Both => ({
  fr: `${by} vous renvoie ${fr(title)} : ${because}`,
  en: `${by} sends ${en(title)} back to you: ${because}`,
})
export const declined = (title: string, by: string, because: string): Both => ({
  fr: `${by} décline ${fr(title)} : ${because} Demandez à quelqu’un d’autre.`,
  en: `${by} declines ${en(title)}: ${because} Ask somebody else.`,
})
export const cancelled = (title: string, because: string): Both => ({
  fr: `${fr(title)} n’est plus à faire : ${because}`,
  en: `${en(title)} need not be done any more: ${because}`,
})
export const leftOpen = (title: string, because: string): Both => ({
  fr: `Le dossier de ${fr(title)} est clos, mais la tâche reste demandée : ${because}`,
  en: `The case of ${en(title)} is closed, but the task is still asked for: ${because}`,
})
export const askedElsewhere = (title: string): Both => ({
  fr: `${fr(title)} est désormais demandé à quelqu’un d’autre.`,
  en: `${en(title)} is now asked of somebody else.`,
})
export const dueSoon = (title: string, due: Both): Both => ({
  fr: `${fr(title)} est à rendre pour le ${due.fr}.`,
  en: `${en(title)} is due by ${due.en}.`,
})
export const late = (title: string, whom: string): Both => ({
  fr: `${fr(title)}, demandé à ${whom}, est en retard.`,
  en: `${en(title)}, asked of ${whom}, is late.`,
})
export const remarked = (title: string, by: string, text: string): Both => ({
  fr: `${by}, à propos de ${fr(title)} : ${text}`,
  en: `${by}, about ${en(title)}: ${text}`,
})
export const passedToYou = (title: string, from: string): Both => ({
  fr: `${fr(title)}, qui était demandé à ${from}, vous revient.`,
  en: `${en(title)}, which was asked of ${from}, comes to you.`,
})
