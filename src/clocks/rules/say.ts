// The sentences of clocks, French and English. Pure.
import { asFrenchWrites } from '#base/contract'
import type { Cause, PauseReason, Whom, Words } from '../contract.ts'

const NAMES: { readonly [cause in Cause]: Words } = {
  first_answer: { fr: 'première réponse', en: 'first answer' },
  next_answer: { fr: 'réponse suivante', en: 'next answer' },
  resolution: { fr: 'résolution', en: 'resolution' },
  silence: { fr: 'silence', en: 'silence' },
  stagnation: { fr: 'stagnation', en: 'stagnation' },
}
export const nameOf = (cause: Cause): Words => NAMES[cause]

export const pauseWords: { readonly [because in PauseReason]: Words } = {
  waiting_for_customer: { fr: 'nous attendons la réponse du client', en: 'we wait for the customer’s answer' },
  closed: { fr: 'le dossier était clos', en: 'the case was closed' },
}

/** "lun. 23 nov. à 14 h 30" and "Mon 23 Nov at 14:30", on the clock of a zone. */
export function moment(at: { epochMilliseconds: number }, zone: string): Words {
  const on = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at.epochMilliseconds)
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return { fr: asFrenchWrites(`${on('fr-FR', day)} à ${on('fr-FR', hour)}`), en: `${on('en-GB', day)} at ${on('en-GB', hour)}` }
}

/** "4 h", "1 h 30 min", "45 min" of working time, with a no-break space before the unit. */
export function lasting(minutes: number): Words {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  const said = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter((part) => part !== '')
    .join(' ')
  return { fr: said, en: said }
}

type Named = { number: number; subject: string }
const about = ({ number, subject }: Named): Words => ({
  fr: `Dossier ${number} « ${subject} » : `,
  en: `Case ${number} “${subject}”: `,
})
const join = (a: Words, b: Words): Words => ({ fr: a.fr + b.fr, en: a.en + b.en })

const OWED: { readonly [cause in 'first_answer' | 'next_answer' | 'resolution']: Words } = {
  first_answer: { fr: 'première réponse à donner avant', en: 'the first answer is due before' },
  next_answer: { fr: 'réponse à donner avant', en: 'an answer is due before' },
  resolution: { fr: 'à résoudre avant', en: 'to be resolved before' },
}
export function warningWords(of: Named, cause: keyof typeof OWED, due: Words): Words {
  return join(about(of), { fr: `${OWED[cause].fr} ${due.fr}.`, en: `${OWED[cause].en} ${due.en}.` })
}

const MISSED: { readonly [cause in Cause]: Words } = {
  first_answer: { fr: 'la première réponse aurait dû partir', en: 'the first answer should have left' },
  next_answer: { fr: 'la réponse aurait dû partir', en: 'the answer should have left' },
  resolution: { fr: 'aurait dû être résolu', en: 'should have been resolved' },
  silence: { fr: 'le client aurait dû avoir de nos nouvelles', en: 'the customer should have heard from us' },
  stagnation: { fr: 'rien n’a avancé, et aurait dû avancer', en: 'nothing moved, and should have' },
}
export function missedWords(of: Named, cause: Cause, due: Words): Words {
  return join(about(of), { fr: `${MISSED[cause].fr} ${due.fr}.`, en: `${MISSED[cause].en} by ${due.en}.` })
}

const WHOM: { readonly [kind in Exclude<Whom['kind'], 'person' | 'team'>]: Words } = {
  owner: { fr: 'la personne qui répond du dossier', en: 'whoever answers for the case' },
  stand_in: { fr: 'la personne qui remplace', en: 'whoever stands in' },
  team_manager: { fr: 'le responsable d’équipe', en: 'the team manager' },
  floor_manager: { fr: 'le responsable de plateau', en: 'the floor manager' },
  director: { fr: 'la direction', en: 'the director' },
}
/** @param names of the person or the team that is meant by name */
export function whomWords(whom: Whom, names: ReadonlyMap<string, string>): Words {
  if ('id' in whom) return { fr: names.get(whom.id) ?? '—', en: names.get(whom.id) ?? '—' }
  return WHOM[whom.kind]
}

export function escalatedWords(of: Named, { cause, due, nth }: { cause: Cause; due: Words; nth: number }): Words {
  return join(missedWords(of, cause, due), {
    fr: ` Étape ${nth} de l’escalade : dites « je m’en occupe » pour l’arrêter.`,
    en: ` Step ${nth} of the ladder: say “I’m on it” to stop it.`,
  })
}
export function comingWords(of: Named, { cause, due, nth }: { cause: Cause; due: Words; nth: number }): Words {
  return join(about(of), { fr: `${NAMES[cause].fr} attendue avant ${due.fr} (étape ${nth} de l’escalade).`, en: `${NAMES[cause].en} due before ${due.en} (step ${nth} of the ladder).` }) // prettier-ignore
}
